"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "./button";
import { Icon } from "./icon";
import { TextInput, type TextInputProps } from "./text-input";

/** A passphrase with an eye that shows it. Give `autoComplete` "current-password" or "new-password". */
export function PasswordInput(input: Omit<TextInputProps, "type" | "after">) {
  const t = useTranslations("ui");
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
          label={t(shown ? "hidePassphrase" : "showPassphrase")}
          onClick={() => setShown(!shown)}
        />
      }
    />
  );
}
