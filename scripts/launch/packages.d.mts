/** The folder of the clone. */
export const ROOT: string;
export function nodeProblem(version?: string): string | undefined;
export function packagesAreCurrent(): boolean;
export function installPackages(): Promise<void>;
