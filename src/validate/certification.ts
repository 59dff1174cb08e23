import type { Path } from "../dossier/place.ts";
import { isSameText } from "../words/texte.ts";
import type { Finding } from "./rule.ts";

/** What a fiche's certification and a parcours's have in common. */
export interface Certification {
  nature: "rncp" | "bloc" | "cqp" | "cqpi" | "qualification_ccn";
  code?: string;
  intitule?: string;
  blocs?: string[];
  idcc?: number;
  position?: string;
}

/** A certification of the répertoire spécifique: open to the contrat expérimental of 2018, not to the VAE inversée. */
export function isRepertoireSpecifique({ code }: Certification): boolean {
  return code?.startsWith("RS") === true;
}

/** What keeps a certification out of the experiment (décret n° 2023-408, art. 1, II, 3°); its nature is the schema's business. */
export function* checkEligible(at: Path, certification: Certification): Iterable<Finding> {
  const { nature, code, blocs } = certification;
  if (isRepertoireSpecifique(certification)) {
    yield {
      at: [...at, "code"],
      message: `La certification ${code} relève du répertoire spécifique : l'expérimentation attend une certification du RNCP, un ou plusieurs de ses blocs, un CQP ou CQPI, ou une qualification de convention collective.`,
      hint: "Visez une certification ou des blocs enregistrés au RNCP (leur code commence par « RNCP »).",
    };
    return;
  }
  if (nature === "bloc" && blocs?.length === 0) {
    yield {
      at: [...at, "blocs"],
      message: "La certification est visée par blocs, mais aucun bloc n'est nommé : on en attend au moins un.",
      hint: `Nommez les blocs visés, par exemple « ${code}BC01 », ou choisissez « nature: rncp » pour la certification entière.`,
    };
  }
  for (const [index, bloc] of (blocs ?? []).entries()) {
    if (code === undefined || bloc.startsWith(`${code}BC`)) continue;
    yield {
      at: [...at, "blocs", index],
      message: `Le bloc ${bloc} n'est pas un bloc de la certification ${code} : on attend un code qui commence par « ${code}BC ».`,
      hint: "Corrigez le code du bloc ou celui de la certification ; une autre certification demande une ligne à part.",
    };
  }
}

/** Whether a parcours aims at what its fiche proposes: the same certification, or some of its blocs. */
export function isSameCertification(visee: Certification, proposee: Certification): boolean {
  switch (visee.nature) {
    case "rncp":
      return proposee.nature === "rncp" && visee.code === proposee.code;
    case "bloc":
      return visee.code === proposee.code && (proposee.nature === "rncp" || isSubset(visee.blocs, proposee.blocs));
    case "cqp":
    case "cqpi":
      return visee.nature === proposee.nature && (isShared(visee.code, proposee.code) ?? isSameText(visee.intitule, proposee.intitule));
    case "qualification_ccn":
      if (proposee.nature !== "qualification_ccn" || isShared(visee.idcc, proposee.idcc) === false) return false;
      return isShared(visee.position, proposee.position) ?? isSameText(visee.intitule, proposee.intitule);
  }
}

/** Whether two values agree; `undefined` when one of them is not given. */
function isShared<T>(one: T | undefined, other: T | undefined): boolean | undefined {
  return one === undefined || other === undefined ? undefined : one === other;
}

function isSubset(part: readonly string[] = [], whole: readonly string[] = []): boolean {
  return part.every((item) => whole.includes(item));
}
