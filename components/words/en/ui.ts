/** What the parts that all screens are made of say by themselves. */
export const ui = {
  copy: "Copy",
  copied: "Copied",
  notCopied: "Could not copy. Select it by hand.",
  showPassphrase: "Show passphrase",
  hidePassphrase: "Hide passphrase",
  loading: "Loading",
  loadingCodebook: "Loading the codebook",
  loadingProgress: "Loading the progress",
  request: "request {id}",
} as const;
