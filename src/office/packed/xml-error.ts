/** Why a part is not well-formed XML. Stays inside this folder: whoever reads the part turns it into a refusal that names the part. */
export class XmlError extends Error {}
