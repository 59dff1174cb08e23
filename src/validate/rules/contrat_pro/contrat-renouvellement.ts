import { byConclusion, type Contrat, contratsConclus } from "../../contrats.ts";
import { type Context, type DossierFinding, defineRule } from "../../rule.ts";

const motifs =
  "la préparation d'une qualification supérieure ou complémentaire, l'échec à l'évaluation, la maternité, la maladie, l'accident du travail, la maladie professionnelle ou la défaillance de l'organisme de formation";

export default defineRule({
  id: "contrat-renouvellement",
  famille: "contrat_pro",
  scope: "dossier",
  severity: "error",
  summary: `Seul un CDD se renouvelle, une seule fois, et pour l'un de ces motifs : ${motifs}.`,
  references: ["ct-l6325-7", "faq-ministere"],
  *check(dossier, context) {
    const renouveles = contratsConclus(dossier).filter(({ parcours }) => parcours.contrat.renouvellement !== undefined);
    for (const contrat of renouveles) yield* surLeContrat(contrat);
    if (renouveles.length > 0) yield* uneSeuleFois(renouveles, context);
  },
});

function* surLeContrat({ document, parcours: { contrat } }: Contrat): Iterable<DossierFinding> {
  if (contrat.nature === "cdi") {
    yield {
      document,
      at: ["contrat", "renouvellement"],
      message: "Le contrat est un CDI : seul un CDD se renouvelle.",
      hint: "Retirez « renouvellement », ou corrigez la nature du contrat.",
    };
  } else if (contrat.renouvellement?.motif === undefined) {
    yield {
      document,
      at: ["contrat", "renouvellement", "motif"],
      message: "Le contrat est renouvelé sans motif.",
      hint: `Indiquez l'un des motifs admis : ${motifs}.`,
    };
  }
}

function* uneSeuleFois(renouveles: readonly Contrat[], context: Context): Iterable<DossierFinding> {
  const identifiants = new Set(renouveles.map(({ parcours }) => context.numeroter(parcours.fiche, parcours.identifiant)));
  const premiers = new Map<string, string>();
  for (const { document, parcours } of renouveles.toSorted((a, b) => byConclusion(a.parcours, b.parcours))) {
    const initial = parcours.contrat.renouvellement?.contrat_initial;
    if (initial === undefined) continue;
    const renouvele = context.numeroter(parcours.fiche, initial);
    const autre = premiers.get(renouvele);
    const at = ["contrat", "renouvellement", "contrat_initial"];
    const hint = "Un contrat se renouvelle une seule fois : corrigez le contrat initial, ou retirez « renouvellement ».";
    if (initial === parcours.identifiant) {
      yield {
        document,
        at,
        message: `Le parcours ${initial} se donne lui-même comme contrat initial.`,
        hint: "Nommez le parcours du premier contrat.",
      };
    } else if (identifiants.has(renouvele)) {
      yield { document, at, message: `Le contrat renouvelle le parcours ${initial}, qui est déjà un renouvellement.`, hint };
    } else if (autre !== undefined) {
      yield { document, at, message: `Le contrat renouvelle le parcours ${initial}, déjà renouvelé par ${autre}.`, hint };
    } else premiers.set(renouvele, parcours.identifiant);
  }
}
