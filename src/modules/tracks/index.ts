/** Parallel tracks of a case, each with one owner. Queries are not exported. */
export {
  answerTrackOffer,
  changeTrack,
  listDueTracks,
  listTracks,
  offerTrack,
  openTrack,
  readTracks,
  type Track,
  type TrackBoard,
  type TrackEdit,
  type TrackHistoryLine,
  type TrackWords,
} from './tracks.ts'
