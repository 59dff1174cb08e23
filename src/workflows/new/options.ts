export interface NewOptions {
  dossier: string;
  output?: string;
  dispositif?: string;
  yes?: true;
  date: string;
  /** Answers given beforehand, by the path of their key. */
  [drapeau: string]: unknown;
}
