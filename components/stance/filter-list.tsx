import { Select } from "@/components/ui/select";

/** A list of the form with its label beside it. */
export function One({ label, name, value, options }: { label: string; name: string; value: string; options: readonly { value: string; label: string }[] }) {
  return (
    <span className="st-one">
      <span className="lab" aria-hidden="true">{label}</span>
      <Select label={label} hideLabel size="small" name={name} defaultValue={value} options={options} />
    </span>
  );
}
