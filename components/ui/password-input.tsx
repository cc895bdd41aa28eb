"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { Button } from "./button";
import { Icon } from "./icon";
import { TextInput, type TextInputProps } from "./text-input";

/** A passphrase with an eye that shows it. Give `autoComplete` "current-password" or "new-password". */
export function PasswordInput({ noun = "passphrase", ...input }: Omit<TextInputProps, "type" | "after"> & { noun?: string }) {
  const [shown, setShown] = useState(false);
  return (
    <TextInput
      autoCapitalize="none"
      spellCheck={false}
      {...input}
      type={shown ? "text" : "password"}
      after={
        <Button
          look="quiet"
          size="small"
          icon={<Icon of={shown ? EyeOff : Eye} />}
          label={shown ? `Hide ${noun}` : `Show ${noun}`}
          onClick={() => setShown(!shown)}
        />
      }
    />
  );
}
