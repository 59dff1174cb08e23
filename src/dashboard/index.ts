export type { Decoupage, Genre } from "../dispositif/bilan.ts";
export type { Dimension } from "./definition/categorie.ts";
export { estAnterieure } from "./definition/cles.ts";
export type { Couts } from "./definition/columns/faits.ts";
export { type Definition, definitionDuDispositif } from "./definition/definition.ts";
export { type Dictionnaire, dictionnaireDe } from "./definition/dictionnaire.ts";
export { domainesEtrangers } from "./definition/domaines.ts";
export { type Fenetre, lireSemestre, type Mesure, type Semestre } from "./definition/semestre.ts";
export { releverLots } from "./engine/lots.ts";
export { parquetDe, relireParquet } from "./engine/parquet.ts";
export { enteteDe, requetes, type Tableaux, type Vue } from "./etablir.ts";
export type { DashboardInput } from "./input.ts";
export { type Diffusion, diffusionDe, type Precedent } from "./publication/diffusion.ts";
export { additionne, avecAnterieur, cleDe } from "./publication/groupes.ts";
export type {
  CellulePubliee,
  Exercice,
  FigurePubliee,
  GraphiquePublie,
  Point,
  TableauDeBord,
  TablePubliee,
  TauxPublie,
} from "./publication/publiee.ts";
export { type DejaPublie, lireDiffusion, lirePublie, publieDuReleve } from "./publication/releve.ts";
export { dire, type RegroupementDit } from "./regroupement/dit.ts";
export { documentDe, ecrire, relireEcrit } from "./regroupement/fichier.ts";
export type { Regroupement } from "./regroupement/index.ts";
export { lireRegroupement } from "./regroupement/lire.ts";
export { memesVues, sontMemes } from "./regroupement/memes.ts";
export { regroupementsPlusLarges } from "./regroupement/plus-larges.ts";
export { comptables } from "./rows/comptables.ts";
export { lignes } from "./rows/lignes.ts";
export { type Partie, parties, sansPartie } from "./rows/parties.ts";
export { type LotDeLignes, type Projet, projetsDe } from "./rows/projets.ts";
