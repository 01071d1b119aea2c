// Typesetting: a source in Typst's language to a PDF. The same source and instant give the same bytes.

import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { typefaces } from './typefaces.ts';

export type Manuscript = {
  /** Source in the language of Typst 0.14. */
  readonly source: string;
  /** Drawings in SVG; the source finds each as `pictures.at("<name>")`, bytes. */
  readonly pictures: ReadonlyMap<string, string>;
  /** Seconds since 1970 that the document gives as its creation. */
  readonly created: number;
};

export type Typeset = { readonly pdf: Uint8Array; readonly pages: number };

/** The document as PDF/UA-1 (tagged, for screen readers). Throws with every diagnostic when the source has faults. */
export function typeset({ source, pictures, created }: Manuscript): Typeset {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [...typefaces()] }] });
  const compiled = compiler.compile({ mainFileContent: `${pictured(pictures)}\n${source}` });
  const fault = compiled.takeError();
  if (fault !== null || compiled.result === null)
    throw new Error(`typesetting failed: ${JSON.stringify(fault && compiler.fetchDiagnostics(fault))}`);
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: created });
  return { pdf, pages: compiled.result.numOfPages };
}

function pictured(pictures: Manuscript['pictures']): string {
  const entries = [...pictures].map(
    ([name, text]) => `${JSON.stringify(name)}: bytes(${JSON.stringify(text)})`,
  );
  return `#let pictures = (${entries.length === 0 ? ':' : entries.join(', ')})`;
}
