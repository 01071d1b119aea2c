// SDMX-ML messages against the official XML schemas; structure-specific ones against a schema of their own beside these.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { CONFORMANCE, MISSING } from './sdmx-schemas.ts';

export type MlVersion = '2.1' | '3.0';

if (MISSING === false) xmlRegisterFsInputProviders();

const official = new Map<MlVersion, XsdValidator>();

/** What is wrong with a message by the official schemas; nothing when it is valid. */
export function xmlFaults(version: MlVersion, text: string): string {
  const validator =
    official.get(version) ?? schemaAt(join(CONFORMANCE, 'sdmx-ml', version, 'SDMXMessage.xsd'));
  official.set(version, validator);
  return faults(validator, text);
}

/** A check of messages by a schema made for their dataflow, in the place of the import of the standard's own. */
export function specificValidator(version: MlVersion, schema: string): (text: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-xsd-'));
  try {
    const near = schema.replaceAll(
      /https:\/\/registry\.sdmx\.org\/schemas\/v\d_\d/g,
      join(CONFORMANCE, 'sdmx-ml', version),
    );
    writeFileSync(join(folder, 'own.xsd'), near);
    const space = /targetNamespace="([^"]+)"/.exec(schema)?.[1] ?? '';
    const message = `http://www.sdmx.org/resources/sdmxml/schemas/${version === '2.1' ? 'v2_1' : 'v3_0'}/message`;
    writeFileSync(
      join(folder, 'both.xsd'),
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:both"><xs:import namespace="${message}" schemaLocation="${join(CONFORMANCE, 'sdmx-ml', version, 'SDMXMessage.xsd')}"/><xs:import namespace="${space}" schemaLocation="own.xsd"/></xs:schema>`,
    );
    const validator = schemaAt(join(folder, 'both.xsd'));
    return (text) => faults(validator, text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function schemaAt(path: string): XsdValidator {
  return XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(path), { url: path }));
}

function faults(validator: XsdValidator, text: string): string {
  const document = XmlDocument.fromString(text);
  try {
    validator.validate(document);
    return '';
  } catch (error) {
    return String((error as Error).message).slice(0, 800);
  } finally {
    document.dispose();
  }
}
