export function checkBilan(bilan: object, known: { phases: readonly string[]; parameters: ReadonlySet<string> }): void;
