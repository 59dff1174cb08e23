/** The files of an invented dossier, the same for the same seed; `until` is the last day that is known of. */
export function drawDossier(options: { parcours: number; seed: number; until: string }): Generator<{ path: string; data: object }>;
