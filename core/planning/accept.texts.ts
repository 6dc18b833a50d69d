// Why a ticked proposal is not accepted before its session is looked at, and what the log says of an accepted one.
import { text } from '../text/language';

export const ACCEPT_TEXTS = {
  logAction: text('采用排课建议', '採用排課建議', 'Accept proposal'),
  incomplete: text('有空白或无法识别的单元格', '有空白或無法識別的儲存格', 'a cell is blank or cannot be read'),
  endsFirst: text('结束不晚于开始', '結束不晚於開始', 'it ends before it starts'),
  unknownTopic: text('“专题”中没有{id}', '「專題」中沒有{id}', 'the tab Topics has no {id}'),
  topicTaken: text('专题{id}的状态不是“可点”，或已经采用', '專題{id}的狀態不是「可點」，或已經採用', 'topic {id} is not open, or is accepted already'),
  topicScheduled: text('“日程”中已有专题{id}', '「日程」中已有專題{id}', 'topic {id} has a session in the schedule already'),
  unknownSpeaker: text('“师资库”中没有{id}', '「師資庫」中沒有{id}', 'the tab Speakers has no {id}'),
};
