/** MESSAGE_MAX of the API, written out: its own file would bring zod onto the messages' page. In code points. */
export const messageMax = 4_000
