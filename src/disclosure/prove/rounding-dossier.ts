/** A number that is about to be written, with the variable it is of; a mean says which count it divides by. */
export interface Shown {
  cle: string;
  valeur: number;
  table: string;
  sur?: string;
}
