"use client";

import { ChevronRight } from "lucide-react";
import { useId, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";

/** One thing of a list: its name opens and closes the form below it. `acts` stand at the end of its line. */
export function Fold({ head, facts, acts, open, onToggle, wrong = 0, className, asking, children }: {
  head: ReactNode;
  facts?: ReactNode;
  acts?: ReactNode;
  open: boolean;
  onToggle: () => void;
  /** How many places inside need a look. */
  wrong?: number | undefined;
  className?: string | undefined;
  /** Dialogs that the acts open, whether the form is open or not. */
  asking?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  const t = useTranslations("codebookEdit.parts");
  return (
    <li className={classNames("cb-fold", open && "open", className)}>
      <div className="cb-fold-h">
        <h3>
          <button type="button" aria-expanded={open} aria-controls={id} onClick={onToggle}>
            <Icon of={ChevronRight} size="s" className="turn" />
            <span className="cb-fold-n">{head}</span>
          </button>
        </h3>
        {facts}
        {wrong > 0 && <span className="bad-text">{t("wrongN", { n: wrong })}</span>}
        <span className="push row tight">{acts}</span>
      </div>
      <div id={id} className="cb-fold-b" hidden={!open}>{open && children}</div>
      {asking}
    </li>
  );
}
