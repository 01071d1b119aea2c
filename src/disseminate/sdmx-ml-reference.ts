// References between artefacts in SDMX-ML. Source: SDMXCommonReferences.xsd of each version.

export type MlVersion = '2.1' | '3.0';

/** A reference by URN: as such in 3.0, taken apart in 2.1. */
export function reference(element: string, urn: string, version: MlVersion): string {
  return `<str:${element}>${version === '3.0' ? urn : referenceParts(urn)}</str:${element}>`;
}

const URN =
  /^urn:sdmx:org\.sdmx\.infomodel\.(?<pack>\w+)\.(?<kind>\w+)=(?<agency>[^:]+):(?<id>[^(]+)\((?<version>[^)]+)\)(?:\.(?<item>.+))?$/;

function referenceParts(urn: string): string {
  const parts = URN.exec(urn)?.groups;
  if (parts === undefined) throw new RangeError(`not a URN: ${urn}`);
  const { pack, kind, agency, id, version, item } = parts;
  const own =
    item === undefined
      ? `id="${id}" version="${version}"`
      : `id="${item}" maintainableParentID="${id}" maintainableParentVersion="${version}"`;
  return `<Ref ${own} agencyID="${agency}" package="${pack}" class="${kind}"/>`;
}
