// Seals a note to the public key of Regie (HPKE, RFC 9180): from then on this device cannot read it either.
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "../../vendor/hpke/core/hpke.js";

const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

const bytesOf = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
const base64Of = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

// Sealed about whose note it is and which one, as `sealed_about` of the server says it.
export const seal = async (told, { writer, ref, key }) => {
  const text = new TextEncoder();
  const recipientPublicKey = await suite.kem.deserializePublicKey(bytesOf(key).buffer);
  const info = text.encode(`regie jotting ${writer} ${ref}`);
  const { enc, ct } = await suite.seal({ recipientPublicKey, info }, text.encode(JSON.stringify(told)));
  return base64Of(new Uint8Array([...new Uint8Array(enc), ...new Uint8Array(ct)]));
};
