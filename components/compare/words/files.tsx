import { Download } from "lucide-react";
import { Icon } from "@/components/ui/icon";

/** Links to a part of the page as files. `label` says of a format what the file is. */
export function WordFiles({ files, label }: { files: readonly { readonly name: string; readonly href: string }[]; label: (format: string) => string }) {
  return (
    <span className="ag-files">
      <Icon of={Download} size="s" />
      {files.map(({ name, href }) => <a key={name} className="link" href={href} download aria-label={label(name)}>{name}</a>)}
    </span>
  );
}
