/** Characters of a question, marks that it can be about, and questions that an article can have. */
export const MOST_ASKED = { text: 4_000, spans: 100, questions: 200 } as const;

/** What annotators asked about a place: the question, who was asked, and what each of them said since. */
export type AskedQuestion = {
  readonly id: string;
  readonly at: string;
  readonly by: string | null;
  readonly start: number;
  readonly end: number;
  readonly spanIds: readonly string[];
  readonly text: string;
  readonly showsPeers: boolean;
  /** Whether start and end count in the text as it stands now. */
  readonly current: boolean;
  readonly asked: readonly Asked[];
};

/** One who was asked; `name` is null where names are hidden from whoever reads. */
export type Asked = { readonly assignmentId: string; readonly letter: string; readonly name: string | null; readonly answers: readonly { readonly id: string; readonly at: string; readonly text: string }[] };
