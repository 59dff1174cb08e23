import { NON_CONNU } from "../definition/categorie.ts";
import { regionDe } from "../definition/columns/connus.ts";
import type { DashboardInput } from "../input.ts";
import { porteursSelon } from "./porteurs.ts";

type Donnees = Pick<DashboardInput, "dossier" | "lots">;
type Parcours = Donnees["dossier"]["parcours"][number];
type Lot = NonNullable<Donnees["lots"]>[number];

/** Some of the rows of a dashboard, by whose they are. */
export interface Partie extends Donnees {
  nom: string;
}

/** Who may publish a dashboard of their own: each porteur, then each région where no lot is, for lots do not say theirs before they are counted. */
export function parties(donnees: Donnees): Partie[] {
  const { dossier, lots = [] } = donnees;
  const { deLaFiche, duLot } = porteursSelon(dossier.fiches);
  const porteurDe = ({ data }: Parcours): string => deLaFiche(data.fiche);
  const laRegion = ({ data }: Parcours): string => regionDe(data);
  const porteurs = [...new Set([...dossier.parcours.map(porteurDe), ...lots.map(duLot)])].sort();
  const parPorteur = porteurs.map((nom) =>
    choisir(
      donnees,
      nom,
      (un) => porteurDe(un) === nom,
      (lot) => duLot(lot) === nom,
    ),
  );
  if (lots.length > 0) return parPorteur;
  const regions = [...new Set(dossier.parcours.map(laRegion))].filter((code) => code !== NON_CONNU).sort();
  return [
    ...parPorteur,
    ...regions.map((code) =>
      choisir(
        donnees,
        `de la région ${code}`,
        (un) => laRegion(un) === code,
        () => false,
      ),
    ),
  ];
}

/** What is left of some rows once a part of them is taken off. */
export function sansPartie(donnees: Donnees, partie: Donnees): Donnees {
  const [parcours, lots] = [new Set(partie.dossier.parcours), new Set(partie.lots)];
  return choisir(
    donnees,
    "",
    (un) => !parcours.has(un),
    (lot) => !lots.has(lot),
  );
}

/** Fiches stay: they say whose a parcours is, and its domain. */
function choisir({ dossier, lots = [] }: Donnees, nom: string, parcours: (un: Parcours) => boolean, lot: (un: Lot) => boolean): Partie {
  return { nom, dossier: { ...dossier, parcours: dossier.parcours.filter(parcours) }, lots: lots.filter(lot) };
}
