import { acteursCommuns } from "../generated/acteurs.ts";
import type { Acteur } from "./deroulement.ts";
import type { Dispositif } from "./modele.ts";

/** An actor as a person writes it. */
export function nomActeur({ acteurs }: Pick<Dispositif, "acteurs">, acteur: Acteur): string {
  return acteurs[acteur] ?? (acteursCommuns as Readonly<Record<Acteur, string>>)[acteur] ?? acteur;
}

/** Those who act in some dispositifs, each once, those of the first before the others. */
export function acteursDe(dispositifs: Iterable<Dispositif>): Acteur[] {
  return [
    ...new Set(
      [...dispositifs].flatMap(({ acteurs, parcours, fiche }) => [
        ...Object.keys(acteurs),
        ...[...parcours.etapes, ...(fiche?.etapes ?? [])].map(({ qui }) => qui),
      ]),
    ),
  ];
}
