import "use-intl";
import type { english } from "./english";
import type { Language } from "./languages";

// Keys and arguments are checked wherever words are asked for.
declare module "use-intl" {
  interface AppConfig {
    Locale: Language;
    Messages: typeof english;
  }
}
