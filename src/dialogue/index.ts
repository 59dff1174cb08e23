import inquirer from "inquirer";
import { themes } from "./theme.ts";

export interface Option<T> {
  valeur: T;
  libelle: string;
  aide?: string;
}

/** What the person did rather than answer. */
export const RETOUR = Symbol("retour");
export const INTERRUPTION = Symbol("interruption");
export type Sortie = typeof RETOUR | typeof INTERRUPTION;

/** Lines shown while a list is open. */
const pageSize = 10;
const name = "reponse";

/** A text to type; `verifier` says in a sentence what is wrong with it, or nothing. */
export function demanderTexte(
  message: string,
  { defaut, verifier }: { defaut: string | undefined; verifier: (texte: string) => Promise<string | undefined> },
): Promise<string | Sortie> {
  const validate = async (texte: string): Promise<true | string> => (await verifier(texte)) ?? true;
  const propose = defaut === undefined ? {} : { default: defaut };
  return poser((prompt) => prompt<{ reponse: string }>({ type: "input", name, message, validate, theme: themes.input, ...propose }));
}

export function demanderOuiNon(message: string, defaut = false): Promise<boolean | Sortie> {
  return poser((prompt) => prompt<{ reponse: boolean }>({ type: "confirm", name, message, default: defaut, theme: themes.confirm }));
}

export function demanderChoix<T>(message: string, options: readonly Option<T>[]): Promise<T | Sortie> {
  return poser(async (prompt) => {
    const choices = options.map(enChoix);
    const { reponse } = await prompt<{ reponse: number }>({
      type: "select",
      name,
      message,
      choices,
      loop: false,
      pageSize,
      theme: themes.select,
    });
    return { reponse: valeurDe(options, reponse) };
  });
}

/** One of many, found by a few letters; `chercher` gives what fits them. */
export function demanderRecherche<T>(message: string, chercher: (texte: string) => readonly Option<T>[]): Promise<T | Sortie> {
  let trouves: readonly Option<T>[] = [];
  const source = (texte = ""): ReturnType<typeof enChoix>[] => {
    trouves = chercher(texte);
    // Said here, for inquirer has but English words for it.
    if (trouves.length === 0) throw new Error(`Rien ne correspond à « ${texte} » : essayez moins de lettres.`);
    return trouves.map(enChoix);
  };
  return poser(async (prompt) => {
    const { reponse } = await prompt<{ reponse: number }>({ type: "search", name, message, source, pageSize, theme: themes.search });
    return { reponse: valeurDe(trouves, reponse) };
  });
}

export function demanderPlusieurs<T>(message: string, options: readonly Option<T>[]): Promise<T[] | Sortie> {
  return poser(async (prompt) => {
    const choices = options.map(enChoix);
    const question = { type: "checkbox", name, message, choices, default: [], loop: false, pageSize, theme: themes.checkbox } as const;
    const { reponse } = await prompt<{ reponse: number[] }>(question);
    return { reponse: reponse.map((rang) => valeurDe(options, rang)) };
  });
}

/** A value is known to inquirer by its rank alone. */
function enChoix({ libelle, aide }: Option<unknown>, rang: number): { value: number; name: string; description?: string } {
  return { value: rang, name: libelle, ...(aide === undefined ? {} : { description: aide }) };
}

function valeurDe<T>(options: readonly Option<T>[], rang: number): T {
  const option = options[rang];
  if (option === undefined) throw new Error(`aucun choix de rang ${rang}`);
  return option.valeur;
}

type Prompt = ReturnType<typeof inquirer.createPromptModule>;

/** Asks on standard error, for the standard output is the result's; Escape goes back, Ctrl-C interrupts. */
async function poser<T>(demande: (prompt: Prompt) => Promise<{ reponse: T }>): Promise<T | Sortie> {
  const echap = new AbortController();
  const surTouche = (_: unknown, touche: { name?: string } | undefined): void => {
    if (touche?.name === "escape") echap.abort();
  };
  process.stdin.on("keypress", surTouche);
  try {
    return (await demande(inquirer.createPromptModule({ output: process.stderr, signal: echap.signal }))).reponse;
  } catch (error) {
    if (error instanceof Error && error.name === "AbortPromptError") return RETOUR;
    if (error instanceof Error && error.name === "ExitPromptError") return INTERRUPTION;
    throw error;
  } finally {
    process.stdin.off("keypress", surTouche);
  }
}
