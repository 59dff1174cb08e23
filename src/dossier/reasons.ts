const reasons: Record<string, string> = {
  EACCES: "vous n'avez pas le droit d'y accéder",
  EPERM: "vous n'avez pas le droit d'y accéder",
  EROFS: "ce disque est en lecture seule",
  ENOSPC: "le disque est plein",
  ENOENT: "ce chemin n'existe pas",
  ENOTDIR: "un fichier se trouve là où ce chemin passe par un dossier",
  EEXIST: "un fichier se trouve là où ce chemin passe par un dossier",
  EISDIR: "ce chemin est un dossier",
  ENOTAFILE: "ce n'est pas un fichier",
  ENXIO: "ce n'est pas un fichier",
  ELOOP: "ce lien renvoie à lui-même",
  ENAMETOOLONG: "ce chemin est trop long",
  EMFILE: "trop de fichiers sont ouverts",
};

/** Why the system would not read or write at a path, in words; a rare reason by the system's own code. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return reasons[code] ?? `le système répond ${code}`;
}
