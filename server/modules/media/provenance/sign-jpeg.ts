import { JPEG } from '@trustnxt/c2pa-ts/asset';
import type { Signer } from '@trustnxt/c2pa-ts/cose';
import {
  ActionAssertion,
  ActionType,
  AssertionLabels,
  ClaimVersion,
  DataHashAssertion,
  DigitalSourceType,
  IngredientAssertion,
  ManifestStore,
  MetadataAssertion,
  MetadataNamespace,
  RelationshipType,
} from '@trustnxt/c2pa-ts/manifest';
import type { Action, Manifest } from '@trustnxt/c2pa-ts/manifest';
import { newId } from '#platform/ids';
import { rightsLine } from '../imprint/imprint.ts';
import type { Imprint } from '../imprint/imprint.ts';

/** What is signed of a picture's file. */
export interface Signed {
  /** Of the stored original. */
  readonly hash: string;
  readonly said: Pick<Imprint, 'credit' | 'rightsHolder' | 'licence' | 'machine'>;
  /** Whether the file shows a part of the picture. */
  readonly cut: boolean;
}

/** The same JPEG with a C2PA manifest (2.1, claim version 2): that we opened a picture of ours, cut, resized and published it; what a machine did; the credit and the rights. Nothing else of a person. */
export async function signJpeg(jpeg: Buffer, what: Signed, signer: Signer): Promise<Buffer> {
  const asset = new JPEG(jpeg);
  const store = new ManifestStore();
  const manifest = store.createManifest({
    claimVersion: ClaimVersion.V2,
    assetFormat: 'image/jpeg',
    instanceID: `xmp:iid:${newId<'manifest'>()}`,
    defaultHashAlgorithm: 'SHA-256',
    signer,
  });
  if (!manifest.claim || !manifest.signature) throw new Error('a manifest without a claim');
  manifest.claim.claimGeneratorName = 'Xiangyin';
  // Of the library, which is not what made it.
  manifest.claim.claimGeneratorVersion = undefined;
  // Room for a time stamp, which nobody here makes; 25 kB unless said otherwise.
  manifest.signature.signatureData.paddingLength = 100;
  addActions(manifest, what);
  addRights(manifest, what);
  const binding = DataHashAssertion.create('SHA-256', 100);
  manifest.addAssertion(binding);
  await asset.ensureManifestSpace(store.measureSize());
  await binding.updateWithAsset(asset);
  await manifest.sign(signer);
  await asset.writeManifestJUMBF(store.getBytes());
  return Buffer.from(await asset.getDataRange());
}

// Where a picture came from we say only where a machine made it; of the others we say that we opened what somebody sent.
function addActions(manifest: Manifest, { hash, said, cut }: Signed): void {
  const assertion = new ActionAssertion();
  assertion.label = AssertionLabels.actionsV2;
  assertion.actions.push(said.machine === 'made' ? madeByMachine : opened(manifest, hash));
  if (said.machine === 'changed') assertion.actions.push(changedByMachine);
  if (cut) assertion.actions.push({ action: ActionType.C2paCropped });
  assertion.actions.push({ action: ActionType.C2paResized }, { action: ActionType.C2paPublished });
  manifest.addAssertion(assertion);
}

const madeByMachine: Action = {
  action: ActionType.C2paCreated,
  digitalSourceType: DigitalSourceType.TrainedAlgorithmicMedia,
};
const changedByMachine: Action = {
  action: ActionType.C2paEdited,
  digitalSourceType: DigitalSourceType.CompositeWithTrainedAlgorithmicMedia,
};

function opened(manifest: Manifest, hash: string): Action {
  const original = IngredientAssertion.createV3(RelationshipType.ParentOf);
  original.format = 'image/jpeg';
  original.instanceID = `sha256:${hash}`;
  manifest.addAssertion(original);
  return {
    action: ActionType.C2paOpened,
    parameters: { ingredients: [manifest.createAssertionReference(original)] },
  };
}

function addRights(manifest: Manifest, { said }: Signed): void {
  const rights = rightsLine(said);
  const entries = [
    ...(said.credit ? [{ namespace: MetadataNamespace.Photoshop, name: 'Credit', value: said.credit }] : []),
    ...(rights ? [{ namespace: MetadataNamespace.DublinCore, name: 'rights', value: rights }] : []),
  ];
  if (entries.length === 0) return;
  const assertion = new MetadataAssertion();
  assertion.label = AssertionLabels.cawgMetadata;
  assertion.entries.push(...entries);
  manifest.addAssertion(assertion);
}
