/** What a drafter answers to a comment; a comment without an answer is open. */
export const COMMENT_ANSWERS = ['accepted', 'partly', 'refused'] as const
export type CommentAnswer = (typeof COMMENT_ANSWERS)[number]
export type CommentState = 'open' | CommentAnswer
