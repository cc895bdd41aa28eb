/** The four words with which somebody comes back. */
export const phrase = {
  of: "{name} comes back with",
  once: "These four words stand in for a password. They are shown this once.",
  copy: "Copy the words",
  print: "Print",
} as const;
