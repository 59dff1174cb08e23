import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cpro, root } from "../cli/run.ts";
import { hasTmux, openTerminal, type Terminal } from "../cli/terminal.ts";

let folder: string;
let terminal: Terminal;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cpro-saisie-"));
  cpSync(`${root}fixtures/geiq-epe`, join(folder, "projet"), { recursive: true });
  mkdirSync(join(folder, "vide"));
});
afterEach(() => {
  terminal.close();
  rmSync(folder, { recursive: true });
});

const brouillons = () => join(folder, "reglages", "cpro", "brouillons");

/** Starts cpro in a folder of the test, in a terminal of its own. */
function start(where: "projet" | "vide", ...args: string[]): void {
  const env = { NO_COLOR: "1", XDG_CONFIG_HOME: join(folder, "reglages") };
  const command = [process.execPath, `${root}bin/cpro.js`, ...args];
  terminal = openTerminal(command, { cwd: join(folder, where), env });
}

/** The end of a question that waits: its title, as it is shown while no answer is accepted. */
const pending = (title: string) => new RegExp(`^[?…] ${title.replaceAll(/[().?]/g, "\\$&")}`, "m");

/** Types an answer, or some letters of it for a list, and accepts what is shown. */
async function answer(title: string, typed = "", shown = typed): Promise<void> {
  await terminal.until(pending(title));
  if (typed !== "") {
    terminal.type(typed);
    await terminal.until(shown);
  }
  terminal.press("Enter");
}

/** Chooses in a short list by the first letters of a name. */
async function choose(title: string, name: string): Promise<void> {
  await terminal.until(pending(title));
  terminal.type(name);
  await terminal.until(`❯ ${name}`);
  terminal.press("Enter");
}

describe.skipIf(!hasTmux)("cpro new parcours, dans un vrai terminal", () => {
  it("écrit un parcours entier malgré deux fautes corrigées et une interruption reprise", async () => {
    start("projet", "new", "parcours", "--date", "2025-06-30");
    await answer("Identifiant du parcours (EPE-006)");
    await choose("Fiche projet", "VAE inversée");
    // A day that is none is refused at once, and corrected on the spot.
    await answer("Bénéficiaire › Date de naissance", "30/02/2005");
    await terminal.until("n'est pas une date");
    terminal.press("C-u");
    await answer("Bénéficiaire › Date de naissance", "28/02/2005");
    await choose("Bénéficiaire › Sexe", "Homme");
    // Back, to answer otherwise.
    await terminal.until(pending("Bénéficiaire › Département de résidence"));
    terminal.press("Escape");
    await choose("Bénéficiaire › Sexe", "Femme");
    await answer("Bénéficiaire › Département de résidence", "aisn", "❯ Aisne (02)");
    await answer("Bénéficiaire › Situation avant le contrat", "Demandeur", "❯ Demandeur d'emploi");
    await answer("Bénéficiaire › Mois d'inscription", "14");
    await choose("Bénéficiaire › Niveau à l'entrée", "Aucun");
    await answer("Bénéficiaire : que voulez-vous renseigner de plus ?");
    await answer("Le contrat est-il déjà conclu ?", "o");
    await answer("Entreprise › Dénomination", "Atelier inventé");
    await terminal.until(pending("Entreprise › SIRET"));
    terminal.press("C-c");
    await terminal.until("Saisie arrêtée");
    terminal.close();

    const [brouillon = ""] = readdirSync(brouillons());
    expect(statSync(join(brouillons(), brouillon)).mode & 0o777).toBe(0o600);
    expect(existsSync(join(folder, "projet", "parcours", "EPE-006.yaml"))).toBe(false);

    start("projet", "new", "parcours", "--date", "2025-06-30");
    await answer("Une saisie interrompue a été gardée");
    // A rule's objection is shown with its article, and the answer given again.
    await answer("Entreprise › SIRET", "90000000100013");
    await terminal.until("entreprise-siret");
    await choose("Que faire ?", "Corriger");
    await answer("Entreprise › SIRET (90000000100013)", "900 000 001 00017");
    await answer("Entreprise › Code NAF", "nettoyage courant", "❯ Nettoyage courant des bâtiments (81.21Z)");
    await answer("Entreprise › Effectif", "34");
    await answer("Entreprise › Département de l'établissement", "02", "❯ Aisne (02)");
    await choose("Entreprise › Droit", "Privé");
    await answer("Entreprise : que voulez-vous renseigner de plus ?");
    await answer("Opérateur de compétences");
    await choose("Certification visée, parmi celles de la fiche", "Préparateur");
    await answer("Certification visée : que voulez-vous renseigner de plus ?");
    await choose("Contrat de professionnalisation › Nature du contrat", "CDD");
    await answer("Contrat de professionnalisation › Date de conclusion", "2025-01-13");
    await answer("Contrat de professionnalisation › Début du contrat", "20.1.2025");
    await answer("Contrat de professionnalisation › Fin de l'action de professionnalisation", "19/01/2026");
    await choose("Contrat de professionnalisation › Document annexé", "Oui");
    await answer("Contrat de professionnalisation : que voulez-vous renseigner de plus ?");
    await choose("Tuteur › Désigné par", "Entreprise");
    await choose("Tuteur › Fonction", "Salarié");
    await answer("Tuteur › Date de naissance du tuteur", "1980-05-05");
    await choose("Tuteur › Volontaire", "Oui");
    await answer("Tuteur › Années d'expérience", "6,5");
    await answer("Tuteur : que voulez-vous renseigner de plus ?");
    await answer("Modalités d'acquisition › Enseignements › En organisme de formation", "210");
    await answer("Modalités d'acquisition › Enseignements › En service de formation interne");
    await answer("Modalités d'acquisition › Enseignements › À distance");
    await answer("Modalités d'acquisition › Enseignements › En situation de travail (AFEST)");
    await answer("Modalités d'acquisition › Activité en entreprise", "1100");
    await answer("Modalités d'acquisition › Accompagnement à la VAE", "24");
    await answer("Modalités d'acquisition : que voulez-vous renseigner de plus ?");
    await terminal.until(pending("Phases du parcours : que voulez-vous renseigner de plus ?"));
    terminal.press("Space", "Down", "Space", "Enter");
    await answer("Phases du parcours › Information et conseil › Début de l'information", "2024-12-02");
    await answer("Phases du parcours › Information et conseil › Fin de l'information", "2024-12-20");
    await answer("Phases du parcours › Information et conseil › Diagnostic", "2024-12-10");
    await answer("Phases du parcours › Accompagnement › Début de l'accompagnement", "2024-12-20");
    await answer("Phases du parcours › Accompagnement › Fin de l'accompagnement");
    await answer("Phases du parcours › Accompagnement › Écarts", "Tri des déchets ; Lecture d'un plan");
    await answer("Phases du parcours › Accompagnement : que voulez-vous renseigner de plus ?");
    await terminal.until(pending("Financement : que voulez-vous renseigner de plus ?"));
    terminal.press("Down", "Space", "Enter");
    await answer("Financement › Dépenses › Composante", "Frais annexes", "❯ Frais annexes");
    await answer("Financement › Dépenses › Montant", "120,50");
    await answer("Financement › Dépenses : que voulez-vous renseigner de plus ?");
    await answer("Financement › Dépenses : ajouter un autre élément ?");
    await answer("Le reste : que voulez-vous renseigner de plus ?");
    const recapitulatif = await terminal.until("Écrire parcours/EPE-006.yaml ?");
    terminal.press("Enter");
    await terminal.until("Écrit : parcours/EPE-006.yaml");

    expect(recapitulatif).toContain("depense-facture");
    const texte = readFileSync(join(folder, "projet", "parcours", "EPE-006.yaml"), "utf8");
    expect(texte).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=../.cpro/parcours.schema.json
      format: cpro/parcours/1
      identifiant: EPE-006
      fiche: HDF-GEIQ-EPE-2024

      # La personne qui suit le parcours.
      beneficiaire:
        date_naissance: 2005-02-28
        sexe: femme
        departement: "02"
        situation_avant: demandeur_emploi
        mois_inscription: 14
        niveau_entree: aucun

      # L'entreprise où le bénéficiaire travaille.
      entreprise:
        denomination: Atelier inventé
        siret: "90000000100017"
        naf: "81.21Z"
        effectif: 34
        departement: "02"
        droit: prive
      opco: uniformation

      # La certification, les blocs ou la qualification que le parcours vise.
      certification:
        nature: rncp
        code: RNCP34860
        intitule: Préparateur de commandes en entrepôt
        niveau: 3
        domaine: Logistique
        blocs: [RNCP34860BC01, RNCP34860BC02]
        certificateur: Ministère chargé du travail

      # Le contrat conclu, ses dates et sa vie.
      contrat:
        nature: cdd
        conclu_le: 2025-01-13
        debut: 2025-01-20
        fin: 2026-01-19
        document_annexe: true

      # Le tuteur dans l'entreprise.
      tuteur:
        designe_par: entreprise
        fonction: salarie
        date_naissance: 1980-05-05
        volontaire: true
        experience_annees: 6.5

      # Les trois modalités du cahier des charges (§ 2.4) : enseignements, activité, accompagnement VAE.
      modalites:
        enseignements:
          organisme_heures: 210
        activite_heures: 1100
        accompagnement_vae_heures: 24

      # Les cinq phases du cahier des charges (§ 2). Laissez vide ce qui n'a pas commencé.
      phases:
        information:
          debut: 2024-12-02
          fin: 2024-12-20
          diagnostic_le: 2024-12-10
        accompagnement:
          debut: 2024-12-20
          ecarts:
            - Tri des déchets
            - Lecture d'un plan
        recevabilite:
        mise_en_oeuvre:
        evaluation:

      # Les dépenses du parcours et ce qui les couvre.
      financement:
        depenses:
          - composante: annexes
            montant: 120.5
      "
    `);
    expect(readdirSync(brouillons())).toEqual([]);
    const { out } = await cpro(["validate", folder, "--date", "2025-06-30", "--format", "json", "--no-cache"]);
    const { diagnostics }: { diagnostics: { fichier: string; gravite: string }[] } = JSON.parse(out);
    expect(diagnostics.filter(({ fichier, gravite }) => fichier.endsWith("EPE-006.yaml") && gravite === "erreur")).toEqual([]);
  });
});

describe.skipIf(!hasTmux)("cpro seul, dans un vrai terminal", () => {
  it("propose ce que permet le dossier, et montre la commande qu'il lance", async () => {
    start("projet");
    const menu = await terminal.until("Voir toutes les commandes");
    expect(menu).toContain("1 fiche projet, 5 parcours");
    expect(menu).toMatch(/Calculer le financement +cpro funding/);
    expect(menu).toMatch(/Ajouter un parcours +cpro new parcours/);
    await choose("Que voulez-vous faire ?", "Voir toutes les commandes");
    await terminal.until("$ cpro --help");
    await terminal.until("Codes de sortie");
  });

  it("propose de commencer un dossier là où il n'y en a pas, puis la fiche question par question", async () => {
    start("vide");
    await choose("Que voulez-vous faire ?", "Commencer un dossier ici");
    await answer("Décrire le projet maintenant");
    await answer("Identifiant de la fiche", "ESSAI-1");
    await choose("Porteur › Type de porteur", "GEIQ");
    await answer("Porteur › Dénomination", "GEIQ inventé");
    await answer("Porteur › SIRET", "90000000100017");
    await answer("Porteur : que voulez-vous renseigner de plus ?");
    await answer("Le reste : que voulez-vous renseigner de plus ?");
    await answer("Écrire fiche.yaml ?");
    await terminal.until("Écrit : fiche.yaml");
    const texte = readFileSync(join(folder, "vide", "fiche.yaml"), "utf8");
    expect(texte).toContain("# yaml-language-server: $schema=.cpro/fiche-projet.schema.json");
    expect(texte).toContain('siret: "90000000100017"');
    expect(existsSync(join(folder, "vide", ".cpro", "fiche-projet.schema.json"))).toBe(true);
  });
});
