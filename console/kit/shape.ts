/** What the server answers under a shape of its contract. */
export type Answer<Shape extends { readonly _output: unknown }> = Shape['_output'];

/** What may be sent under a shape of its contract. */
export type Sent<Shape extends { readonly _input: unknown }> = Shape['_input'];
