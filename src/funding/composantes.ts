import type { Composante } from "../generated/parcours.ts";
import type { ReferenceId } from "../legal/index.ts";

export type { Composante };

/** The components of the forfait in the order of the décret, with the place of the décret that lets them be financed. */
export const composantes: Readonly<Record<Composante, { libelle: string; references: readonly ReferenceId[] }>> = {
  conception_coordination: { libelle: "Conception et coordination", references: ["decret-2023-408-art-2-i-1"] },
  pedagogique: { libelle: "Frais pédagogiques", references: ["decret-2023-408-art-2-i-2"] },
  accompagnement_vae: { libelle: "Accompagnement à la VAE", references: ["decret-2023-408-art-2-i-3"] },
  annexes: { libelle: "Frais annexes", references: ["decret-2023-408-art-2-i-4"] },
  tuteur_formation: { libelle: "Formation du tuteur", references: ["decret-2023-408-art-2-i-5"] },
  tuteur_exercice: { libelle: "Exercice du tutorat", references: ["decret-2023-408-art-2-i-5"] },
};

export const nomsDesComposantes = Object.keys(composantes) as Composante[];

/** The same thing for each of the six components. */
export type ParComposante<T> = Record<Composante, T>;

export function parComposante<T>(of: (composante: Composante) => T): ParComposante<T> {
  return {
    conception_coordination: of("conception_coordination"),
    pedagogique: of("pedagogique"),
    accompagnement_vae: of("accompagnement_vae"),
    annexes: of("annexes"),
    tuteur_formation: of("tuteur_formation"),
    tuteur_exercice: of("tuteur_exercice"),
  };
}
