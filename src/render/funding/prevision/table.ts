import { chargeDe, composantes, nomsDesComposantes, type Prevision, type PrevisionDuree, tropPercuDe } from "../../../funding/index.ts";
import { count, formatNumber, list } from "../../../words/french.ts";
import { type Cents, formatEuros } from "../../../words/money.ts";
import { visible } from "../../../words/visible.ts";
import { style } from "../../terminal/style.ts";
import type { Column } from "../../terminal/table.ts";
import { wrap } from "../../terminal/wrap.ts";
import { montant } from "../montant.ts";
import { namedTable } from "../named-table.ts";

/** What a fiche projet would cost, what would be financed of it and what would not, for each length that it plans. */
export function previsionsTable(previsions: readonly Prevision[], width: number): string {
  return `${previsions.map((prevision) => previsionText(prevision, width)).join("\n\n")}\n`;
}

const hypotheses =
  "Dépenses réparties sur la durée ; tutorat au taux normal, faute de connaître tuteurs et bénéficiaires ; financements publics et compléments partagés également entre les parcours.";

function previsionText(prevision: Prevision, width: number): string {
  const { fiche, manquent } = prevision;
  const titre = style.bold(`Prévision de la fiche ${visible(fiche)}`);
  if (manquent.length > 0) {
    const cles = list(
      manquent.map((cle) => `« ${cle} »`),
      "et",
    );
    return [titre, "", ...wrap(`Rien à prévoir : il manque ${cles} dans la fiche.`, width)].join("\n");
  }
  return [
    titre,
    "",
    ...efficience(prevision).flatMap((line) => wrap(line, width)),
    ...prevision.durees.flatMap((duree) => ["", parParcours(duree, width), "", pourLeProjet(prevision, duree, width)]),
    "",
    ...wrap(hypotheses, width),
    ...formationDuTuteur(prevision).flatMap((line) => wrap(line, width)),
  ].join("\n");
}

/** A fiche has no key for hours of tutor training, without which none is financed (D. 6332-92). */
function formationDuTuteur({ durees }: Prevision): string[] {
  const cout = Math.max(0, ...durees.map(({ composantes: montants }) => montants.tuteur_formation.cout));
  if (cout === 0) return [];
  return [
    `Du poste « tutorat », ${formatEuros(cout)} au plus dépassent l'exercice de la fonction : rien n'en est financé, faute d'heures de formation du tuteur déclarées (D. 6332-92) ; elles se déclarent parcours par parcours.`,
  ];
}

/** The figures of economic efficiency of the cahier des charges, § 1.2. */
function efficience({ parcours, prevus, heures, coutParParcours, coutParHeure, partConception }: Prevision): string[] {
  const accordes = prevus !== undefined && prevus > parcours ? ` (${formatNumber(prevus)} prévus)` : "";
  return [
    `Parcours : ${formatNumber(parcours)}${accordes}.`,
    `Coût d'un parcours : ${formatEuros(coutParParcours)}.`,
    coutParHeure === undefined
      ? "Coût d'une heure : les heures ne sont pas dites."
      : `Coût d'une heure : ${formatEuros(coutParHeure)} (enseignement et accompagnement, ${count(heures, "heure")} par parcours).`,
    `Part de la conception et de la coordination : ${formatNumber(partConception * 100)} % du coût.`,
  ];
}

const right = (header: string): Column => ({ header, align: "right" });

function parParcours({ mois, composantes: montants, parType }: PrevisionDuree, width: number): string {
  const columns = [{ header: `Un parcours de ${formatNumber(mois)} mois` }, right("Coût"), right("Retenu"), right("Au-delà")];
  const rows = nomsDesComposantes
    .filter((nom) => montants[nom].cout > 0)
    .map((nom) => {
      const { cout, retenu } = montants[nom];
      return [composantes[nom].libelle, montant(cout), montant(retenu), montant(cout - retenu)];
    });
  const retenus = Object.values(montants).reduce((sum, { retenu }) => sum + retenu, 0);
  const cout = parType.coutReel.cents;
  const plafonnement: string[][] =
    parType.forfaitBrut.cents < retenus
      ? [["Plafond annuel du forfait", "", montant(parType.forfaitBrut.cents - retenus), montant(retenus - parType.forfaitBrut.cents)]]
      : [];
  const brut = parType.forfaitBrut.cents;
  return namedTable(columns, [...rows, ...plafonnement], ["Total", montant(cout), montant(brut), montant(cout - brut)], width);
}

function pourLeProjet({ parcours }: Prevision, { mois, parType, projet }: PrevisionDuree, width: number): string {
  const columns = [
    { header: `À ${formatNumber(mois)} mois` },
    right("Un parcours"),
    right(`Le projet (${formatNumber(parcours)})`),
    right("Part"),
  ];
  const row = (nom: string, un: Cents, tous: Cents): string[] => [
    nom,
    montant(un),
    montant(tous),
    `${formatNumber(projet.cout === 0 ? 0 : (tous / projet.cout) * 100)} %`,
  ];
  const rows = [
    row("Forfait", parType.forfait.cents, projet.forfait),
    row("Financements publics", parType.financementsPublics.cents, projet.publics),
    row("Complément", parType.complement.cents, projet.complement),
    row("Non financé", chargeDe(parType), projet.nonFinance),
    ...(projet.tropPercu > 0 ? [row("Trop-perçu", 0 - tropPercuDe(parType), 0 - projet.tropPercu)] : []),
  ];
  return namedTable(columns, rows, row("Coût", parType.coutReel.cents, projet.cout), width);
}
