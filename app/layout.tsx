import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { ToastProvider } from "@/components/ui/toast";
import { baseWords, requestTranslator } from "@/components/words/request-words";
import { WordsProvider } from "@/components/words/words-provider";
import "./styles/app.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestTranslator("titles");
  return { title: { default: "Slantwise", template: "%s · Slantwise" }, description: t("about") };
}
export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading the headers keeps every page dynamic, so that its scripts carry the nonce of its own answer.
  await headers();
  const { language, words } = await baseWords();
  return (
    <html lang={language}>
      <body>
        <WordsProvider language={language} words={words}>
          <ToastProvider>{children}</ToastProvider>
        </WordsProvider>
      </body>
    </html>
  );
}
