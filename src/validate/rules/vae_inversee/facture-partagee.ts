import { list } from "../../../words/french.ts";
import { type Cents, formatEuros, toCents } from "../../../words/money.ts";
import { plainText } from "../../../words/texte.ts";
import { type Contrat, contratsConclus } from "../../contrats.ts";
import { type Context, type DossierFinding, defineRule } from "../../rule.ts";

/** An expense that bears an invoice, and its place. */
interface Ligne {
  contrat: Contrat;
  rang: number;
  depense: Contrat["parcours"]["financement"]["depenses"][number];
}

export default defineRule({
  id: "facture-partagee",
  famille: "vae_inversee",
  scope: "dossier",
  severity: "warning",
  summary:
    "Une facture ne justifie qu'une dépense : la même (du même fournisseur, quand il est dit) dans plusieurs parcours, ou deux fois dans un, demande son montant entier (« montant_facture »), que ses parts ne dépassent pas (erreur).",
  references: ["faq-ministere"],
  *check(dossier, context) {
    for (const lignes of parFacture(contratsConclus(dossier), context)) if (lignes.length > 1) yield* partagee(lignes);
  },
});

/** The lines of each invoice of each porteur; a payee that is not said is taken for the one that is, when there is only one. */
function* parFacture(contrats: readonly Contrat[], context: Context): Iterable<Ligne[]> {
  const factures = new Map<string, Ligne[]>();
  for (const contrat of contrats) {
    for (const [rang, depense] of contrat.parcours.financement.depenses.entries()) {
      // An avoir has a number of its own, or that of what it corrects, which it takes off.
      if (depense.facture === undefined || depense.montant < 0) continue;
      const key = context.numeroter(contrat.parcours.fiche, depense.facture.trim());
      const lignes = factures.get(key);
      if (lignes === undefined) factures.set(key, [{ contrat, rang, depense }]);
      else lignes.push({ contrat, rang, depense });
    }
  }
  for (const lignes of factures.values()) yield* parFournisseur(lignes);
}

function parFournisseur(lignes: Ligne[]): Ligne[][] {
  const nommees = new Map<string, Ligne[]>();
  for (const ligne of lignes) {
    const { beneficiaire } = ligne.depense;
    const nom = beneficiaire?.siret ?? plainText(beneficiaire?.denomination ?? "");
    nommees.set(nom, [...(nommees.get(nom) ?? []), ligne]);
  }
  const noms = [...nommees.keys()].filter((nom) => nom !== "");
  return noms.length < 2 ? [lignes] : [...nommees.values()];
}

function* partagee(lignes: readonly Ligne[]): Iterable<DossierFinding> {
  const [premiere, ...suivantes] = lignes;
  const reference = premiere?.depense.facture ?? "";
  const total = lignes.find(({ depense }) => depense.montant_facture !== undefined)?.depense.montant_facture;
  if (total === undefined) {
    for (const { contrat, rang } of suivantes) {
      yield {
        document: contrat.document,
        at: ["financement", "depenses", rang, "facture"],
        message: `La facture « ${reference} » justifie aussi une dépense ${ailleurs(contrat, lignes)}.`,
        hint: "Si elle se répartit, ajoutez « montant_facture: » avec son montant entier ; sinon corrigez la référence.",
      };
    }
    return;
  }
  let parts: Cents = 0;
  for (const { contrat, rang, depense } of lignes) {
    const avant = parts;
    parts += toCents(depense.montant);
    if (parts <= toCents(total) || avant > toCents(total)) continue;
    const somme = lignes.reduce((sum, ligne) => sum + toCents(ligne.depense.montant), 0);
    yield {
      document: contrat.document,
      severity: "error",
      at: ["financement", "depenses", rang, "montant"],
      message: `Les parts de la facture « ${reference} » (${parcoursDe(lignes)}) font ${formatEuros(somme)}, plus que son montant de ${formatEuros(toCents(total))}.`,
      hint: "Corrigez les parts ou le montant de la facture : une dépense n'est financée qu'une fois.",
    };
  }
}

function ailleurs({ parcours: { identifiant } }: Contrat, lignes: readonly Ligne[]): string {
  const autres = lignes.filter(({ contrat }) => contrat.parcours.identifiant !== identifiant);
  return autres.length === 0 ? "de ce parcours" : `de ${parcoursDe(autres)}`;
}

/** Beyond a few names a list no longer helps. */
const LARGEST_LIST = 5;

function parcoursDe(lignes: readonly Ligne[]): string {
  const noms = [...new Set(lignes.map(({ contrat }) => contrat.parcours.identifiant))];
  const dits = noms.length > LARGEST_LIST ? [...noms.slice(0, LARGEST_LIST), `${noms.length - LARGEST_LIST} autres`] : noms;
  return list(dits, "et");
}
