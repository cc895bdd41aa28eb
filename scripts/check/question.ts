/** One thing that must hold: the statement answers with a row `what` for each place where it does not. */
export interface Question {
  readonly name: string;
  readonly sql: string;
}
