/** A sign-in name: 2 to 40 of a–z, 0–9, dot, hyphen and underscore; it starts with a letter or digit. */
export const LOGIN = /^[a-z0-9][a-z0-9._-]{1,39}$/;

/** Sign-in names and e-mail addresses are compared without case or outer spaces. */
export const foldLogin = (typed: string): string => typed.normalize("NFKC").trim().toLowerCase();
