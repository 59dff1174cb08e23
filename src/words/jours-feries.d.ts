/** The package has no types of its own: the public holidays of a year, by their names, each at midnight of the machine's time zone. */
declare module "@socialgouv/jours-feries" {
  export default function joursFeries(year: number, options?: { alsace: boolean }): Record<string, Date>;
}
