// The built-in words of each kind of notice, as a new workbook gets them.
import { text, type Text } from '../../text/language';
import type { NoticeKind, NoticePage } from '../../workbook/tabs/notice-kinds';

const lines = (...parts: readonly string[]): string => parts.join('\n');

const FACTS: Text = text(
  lines('题目：{{题目}}', '时间：{{时间}}', '地点：{{地点}}', '主讲人：{{主讲人|}}', '联系人：{{联系人|}}'),
  lines('題目：{{題目}}', '時間：{{時間}}', '地點：{{地點}}', '主講人：{{主講人|}}', '聯絡人：{{聯絡人|}}'),
  lines('Topic: {{title}}', 'Time: {{time}}', 'Venue: {{venue}}', 'Speaker: {{speaker|}}', 'Contact: {{contact|}}'),
);

const TURNOUT: Text = text(
  lines(
    '题目：{{题目}}',
    '日期：{{日期}}',
    '应到：{{应到}}',
    '实到：{{实到}}',
    '请假：{{请假}}',
    '缺席：{{缺席}}',
    '未登记：{{未登记}}',
    '到课率：{{到课率}}',
    '请假名单：{{请假名单|}}',
    '缺席名单：{{缺席名单|}}',
  ),
  lines(
    '題目：{{題目}}',
    '日期：{{日期}}',
    '應到：{{應到}}',
    '實到：{{實到}}',
    '請假：{{請假}}',
    '缺席：{{缺席}}',
    '未登記：{{未登記}}',
    '到課率：{{到課率}}',
    '請假名單：{{請假名單|}}',
    '缺席名單：{{缺席名單|}}',
  ),
  lines(
    'Topic: {{title}}',
    'Day: {{day}}',
    'Due: {{due}}',
    'Attended: {{attended}}',
    'On leave: {{excused}}',
    'Absent: {{absent}}',
    'Not recorded: {{not recorded}}',
    'Rate: {{rate}}',
    'Names on leave: {{excused names|}}',
    'Names absent: {{absent names|}}',
  ),
);

/** The line with the recipient's own link, by the page it opens. */
export const LINK_LINES: Readonly<Record<NoticePage, Text>> = {
  reply: text('请点此回复：{{回复链接|}}', '請點此回覆：{{回覆連結|}}', 'Please answer here: {{reply link|}}'),
  evaluate: text('请点此填写评价：{{链接|}}', '請點此填寫評價：{{連結|}}', 'Please evaluate the session here: {{link|}}'),
  speaker: text('请点此答复：{{链接|}}', '請點此答覆：{{連結|}}', 'Please answer here: {{link|}}'),
  order: text('请点此点单：{{链接|}}', '請點此點單：{{連結|}}', 'Choose your topics here: {{link|}}'),
};

const ROUND: Text = text(
  lines('截止日期：{{截止日期}}', '可点专题：最多{{最多点单数}}个，按优先顺序', '联系人：{{联系人|}}'),
  lines('截止日期：{{截止日期}}', '可點專題：最多{{最多點單數}}個，按優先順序', '聯絡人：{{聯絡人|}}'),
  lines('Until: {{closing day}}', 'Topics: at most {{most topics}}, in order of preference', 'Contact: {{contact|}}'),
);

const SPEAKER_FACTS: Text = text(
  lines('题目：{{题目}}', '时间：{{时间}}', '地点：{{地点}}', '学时：{{学时|}}', '联系人：{{联系人|}}'),
  lines('題目：{{題目}}', '時間：{{時間}}', '地點：{{地點}}', '學時：{{學時|}}', '聯絡人：{{聯絡人|}}'),
  lines('Topic: {{title}}', 'Time: {{time}}', 'Venue: {{venue}}', 'Class hours: {{hours|}}', 'Contact: {{contact|}}'),
);

interface TemplateTexts {
  readonly subject: Text;
  /** First sentences, facts, last sentences. */
  readonly opening: Text;
  readonly facts: Text;
  readonly closing: Text;
}

export const TEMPLATE_TEXTS: Readonly<Record<NoticeKind, TemplateTexts>> = {
  weekly: {
    subject: text('【{{项目}}】{{期次题目}}', '【{{項目}}】{{期次題目}}', '{{programme}}: {{headline}}'),
    opening: text('现将本期{{项目}}有关事项通知如下：', '現將本期{{項目}}有關事項通知如下：', 'please take note of the next session of {{programme}}:'),
    facts: FACTS,
    closing: text(
      '请提前10分钟到场签到。确因工作不能参加的，请按规定办理书面请假手续。',
      '請提前10分鐘到場簽到。確因工作不能參加的，請按規定辦理書面請假手續。',
      'Please arrive ten minutes early and sign in. If duty keeps you away, ask for leave in writing as the rules provide.',
    ),
  },
  reminder: {
    subject: text('【请回复】{{项目}}{{期次题目}}', '【請回覆】{{項目}}{{期次題目}}', 'Please answer: {{programme}}, {{headline}}'),
    opening: text('我们还没有收到您对本期{{项目}}的答复，特此提醒：', '我們還沒有收到您對本期{{項目}}的答覆，特此提醒：', 'we have not heard from you about the next session of {{programme}}:'),
    facts: FACTS,
    closing: text('请确认参加；不能参加的，请及时办理请假手续。', '請確認參加；不能參加的，請及時辦理請假手續。', 'Please confirm, or ask for leave in time.'),
  },
  change: {
    subject: text('【变更】{{项目}}{{期次题目}}', '【變更】{{項目}}{{期次題目}}', 'Changed: {{programme}}, {{headline}}'),
    opening: text(
      lines('本期{{项目}}安排有变更：', '', '{{变更内容|请以下列安排为准。}}', '', '变更后的安排：'),
      lines('本期{{項目}}安排有變更：', '', '{{變更內容|請以下列安排為準。}}', '', '變更後的安排：'),
      lines('the session of {{programme}} has changed:', '', '{{changes|Please go by the following.}}', '', 'The session is now as follows:'),
    ),
    facts: FACTS,
    closing: text('由此带来的不便，敬请谅解。', '由此帶來的不便，敬請諒解。', 'We apologise for the inconvenience.'),
  },
  cancellation: {
    subject: text('【取消】{{项目}}{{期次题目}}', '【取消】{{項目}}{{期次題目}}', 'Cancelled: {{programme}}, {{headline}}'),
    opening: text('原定的以下{{项目}}取消，请勿前往：', '原定的以下{{項目}}取消，請勿前往：', 'this session of {{programme}} is cancelled; please do not come:'),
    facts: FACTS,
    closing: text('另行安排的时间将另行通知。', '另行安排的時間將另行通知。', 'You will hear from us about a new date.'),
  },
  invitation: {
    subject: text('【授课邀请】{{项目}}：{{题目}}', '【授課邀請】{{項目}}：{{題目}}', 'Invitation to speak: {{title}}'),
    opening: text('诚邀您为{{项目}}授课。拟安排如下：', '誠邀您為{{項目}}授課。擬安排如下：', 'we would like to invite you to speak at {{programme}}. We have in mind:'),
    facts: SPEAKER_FACTS,
    closing: text(
      '请告知能否前来、题目和提纲，以及所需的设备；时间不合适的，请写明可行的日期。链接仅供本人使用，请勿转发。',
      '請告知能否前來、題目和提綱，以及所需的設備；時間不合適的，請寫明可行的日期。連結僅供本人使用，請勿轉發。',
      'Please tell us whether you can come, your title and outline, and what you need; if the day does not suit you, which other days would. The link is yours alone; please do not pass it on.',
    ),
  },
  speaker: {
    subject: text('【授课确认】{{项目}}：{{题目}}', '【授課確認】{{項目}}：{{題目}}', 'Your lecture: {{title}}'),
    opening: text('感谢您应邀为{{项目}}授课。请核对以下安排：', '感謝您應邀為{{項目}}授課。請核對以下安排：', 'thank you for agreeing to speak at {{programme}}. Please check the arrangements:'),
    facts: SPEAKER_FACTS,
    closing: text('如有不便，请尽早与我们联系。', '如有不便，請儘早與我們聯絡。', 'If anything does not suit you, please tell us soon.'),
  },
  absence: {
    subject: text('【缺席提醒】{{项目}}{{期次题目}}', '【缺席提醒】{{項目}}{{期次題目}}', 'Absent on {{day}}: {{programme}}'),
    opening: text(
      '您于{{日期}}缺席了{{项目}}，我们没有收到请假手续：',
      '您於{{日期}}缺席了{{項目}}，我們沒有收到請假手續：',
      'you were absent from {{programme}} on {{day}}, and we have no request for leave:',
    ),
    facts: FACTS,
    closing: text(
      '如有特殊情况，请尽快补办手续，并按规定补课。',
      '如有特殊情況，請儘快補辦手續，並按規定補課。',
      'If there was a reason, please hand it in now, and make up for the session as the rules provide.',
    ),
  },
  leaveDecision: {
    subject: text('【请假结果】{{审批结果}}：{{期次题目}}', '【請假結果】{{審批結果}}：{{期次題目}}', 'Your request for leave: {{decision}} ({{headline}})'),
    opening: text('您对以下课程的请假已经审批：', '您對以下課程的請假已經審批：', 'your request for leave from this session has been decided:'),
    facts: text(
      lines('审批结果：{{审批结果}}', '请假类型：{{请假类型|}}', '批准人：{{批准人|}}', '题目：{{题目}}', '时间：{{时间}}', '地点：{{地点}}', '联系人：{{联系人|}}'),
      lines('審批結果：{{審批結果}}', '請假類型：{{請假類型|}}', '批准人：{{批准人|}}', '題目：{{題目}}', '時間：{{時間}}', '地點：{{地點}}', '聯絡人：{{聯絡人|}}'),
      lines('Decision: {{decision}}', 'Kind of leave: {{kind of leave|}}', 'Decided by: {{approver|}}', 'Topic: {{title}}', 'Time: {{time}}', 'Venue: {{venue}}', 'Contact: {{contact|}}'),
    ),
    closing: text(
      '结果为“同意”的，请按规定补交证明材料、安排补课；“不同意”的，请按时参加。',
      '結果為「同意」的，請按規定補交證明材料、安排補課；「不同意」的，請按時參加。',
      'If it is approved, hand in what the rules ask for and make up for the session; if it is refused, please attend.',
    ),
  },
  digest: {
    subject: text('【出勤摘要】{{单位}}：{{期次题目}}', '【出勤摘要】{{單位}}：{{期次題目}}', 'Attendance of {{unit}}: {{headline}}'),
    opening: text('现将{{单位}}本期{{项目}}出勤情况告知如下：', '現將{{單位}}本期{{項目}}出勤情況告知如下：', 'this is how {{unit}} attended the last session of {{programme}}:'),
    facts: TURNOUT,
    closing: text('如有出入，请与我们联系。', '如有出入，請與我們聯絡。', 'Please tell us if anything is not right.'),
  },
  summary: {
    subject: text('【出勤简报】{{项目}}{{期次题目}}', '【出勤簡報】{{項目}}{{期次題目}}', 'Attendance: {{programme}}, {{headline}}'),
    opening: text('现将本期{{项目}}出勤情况报告如下：', '現將本期{{項目}}出勤情況報告如下：', 'this is how the last session of {{programme}} was attended:'),
    facts: TURNOUT,
    closing: text('详情见工作簿中的报表。', '詳情見活頁簿中的報表。', 'The workbook’s reports have the details.'),
  },
  evaluation: {
    subject: text('【教学评价】{{项目}}{{期次题目}}', '【教學評價】{{項目}}{{期次題目}}', 'How was it? {{programme}}, {{headline}}'),
    opening: text(
      '感谢您参加{{项目}}。请用一两分钟对以下课程作出评价：',
      '感謝您參加{{項目}}。請用一兩分鐘對以下課程作出評價：',
      'thank you for coming to {{programme}}. Please take a minute or two to evaluate this session:',
    ),
    facts: text(
      lines('题目：{{题目}}', '主讲人：{{主讲人|}}', '日期：{{日期}}', '截止：{{评价截止}}'),
      lines('題目：{{題目}}', '主講人：{{主講人|}}', '日期：{{日期}}', '截止：{{評價截止}}'),
      lines('Topic: {{title}}', 'Speaker: {{speaker|}}', 'Day: {{day}}', 'Until: {{last day to answer}}'),
    ),
    closing: text(
      '每人限填一份。是否匿名见评价页；链接仅供本人使用，请勿转发。',
      '每人限填一份。是否匿名見評價頁；連結僅供本人使用，請勿轉發。',
      'You can answer once. The page says whether answers are anonymous. The link is yours alone; please do not pass it on.',
    ),
  },
  bulletin: {
    subject: text('{{通报标题}}', '{{通報標題}}', '{{bulletin title}}'),
    opening: text('现将通报呈送如下：', '現將通報呈送如下：', 'please find the bulletin below:'),
    facts: text('{{通报}}', '{{通報}}', '{{bulletin}}'),
    closing: text('如有疑问，请与我们联系：{{联系人|}}', '如有疑問，請與我們聯絡：{{聯絡人|}}', 'If you have questions, please ask us: {{contact|}}'),
  },
  orderInvitation: {
    subject: text('【点单】{{项目}}：请选下一阶段的专题', '【點單】{{項目}}：請選下一階段的專題', 'Choose your topics: {{programme}}'),
    opening: text(
      '现就{{项目}}下一阶段的专题征求意见，请点选您希望学习的专题；没有列出的，可以另提一个题目：',
      '現就{{項目}}下一階段的專題徵求意見，請點選您希望學習的專題；沒有列出的，可以另提一個題目：',
      'please choose the topics you would like {{programme}} to take up next. You may also propose one that is not listed:',
    ),
    facts: ROUND,
    closing: text(
      '截止以前可以随时更改。链接仅供本人使用，请勿转发。',
      '截止以前可以隨時更改。連結僅供本人使用，請勿轉發。',
      'You can change your choice until then. The link is yours alone; please do not pass it on.',
    ),
  },
  orderReminder: {
    subject: text('【点单提醒】{{项目}}：{{截止日期}}截止', '【點單提醒】{{項目}}：{{截止日期}}截止', 'Choose your topics until {{closing day}}: {{programme}}'),
    opening: text('我们还没有收到您对{{项目}}专题的点单，特此提醒：', '我們還沒有收到您對{{項目}}專題的點單，特此提醒：', 'we have not received your choice of topics for {{programme}} yet:'),
    facts: ROUND,
    closing: text(
      '截止以前可以随时更改。链接仅供本人使用，请勿转发。',
      '截止以前可以隨時更改。連結僅供本人使用，請勿轉發。',
      'You can change your choice until then. The link is yours alone; please do not pass it on.',
    ),
  },
};

export const GREETING = text('{{姓名}}同志：', '{{姓名}}同志：', 'Dear {{name}},');
/** With the date below it, as on official papers. */
export const SIGNATURE = text(lines('{{主办单位}}', '{{成文日期|}}'), lines('{{主辦單位}}', '{{成文日期|}}'), lines('{{organiser}}', '{{date of issue|}}'));
