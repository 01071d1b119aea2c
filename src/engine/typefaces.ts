// The typefaces of paper and images: the family of the pages, as files that typesetting and drawing can read.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILES = [
  '@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf',
  '@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf',
  '@expo-google-fonts/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf',
  '@expo-google-fonts/ibm-plex-sans-arabic/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf',
] as const;

let read: readonly Buffer[] | undefined;

/** Both scripts in regular and semibold, as TrueType; read once. */
export function typefaces(): readonly Buffer[] {
  read ??= FILES.map((name) => readFileSync(fileURLToPath(import.meta.resolve(name))));
  return read;
}
