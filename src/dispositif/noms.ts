import { list } from "../words/french.ts";
import type { Dispositif } from "./modele.ts";

/** What a sentence calls a dispositif by. */
export type Nomme = Pick<Dispositif, "libelle" | "article">;

/** The dispositif whose dashboard and ceilings count the parcours of this one: its own, unless it continues another without a bilan. */
export function compteAvec({ identifiant, etend, bilan }: Pick<Dispositif, "identifiant" | "etend" | "bilan">): string {
  return bilan === undefined ? (etend ?? identifiant) : identifiant;
}

/** « la VAE inversée », « l'AFEST ». */
export function leDispositif({ article, libelle }: Nomme): string {
  return `${article}${article === "l'" ? "" : " "}${libelle}`;
}

const contractions: Readonly<Record<Nomme["article"], string>> = { la: "de la ", le: "du ", "l'": "de l'" };

/** « de la VAE inversée », « du bilan de compétences », « de l'AFEST »; of several, one after the other. */
export function duDispositif(...dispositifs: readonly Nomme[]): string {
  return list(
    dispositifs.map(({ article, libelle }) => contractions[article] + libelle),
    "et",
  );
}

/** « de VAE inversée », « d'AFEST », as after « un parcours »; of several, one after the other. */
export function deDispositif(...dispositifs: readonly Nomme[]): string {
  return list(
    dispositifs.map(({ article, libelle }) => (article === "l'" || /^[aàâeéèêiîoôuyh]/iu.test(libelle) ? `d'${libelle}` : `de ${libelle}`)),
    "et",
  );
}
