/** A line of a query's answer. */
export type Reponse = Record<string, unknown>;

/** What can be asked of the table `parcours`. */
export interface Moteur {
  demander(requete: string): Promise<Reponse[]>;
}
