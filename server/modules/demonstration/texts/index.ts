import { bilingual } from '#platform/i18n';

/** Words of the guided walks. */
export const texts = bilingual(
  {
    'demonstration.story.title': '跟一篇稿子走一遍',
    'demonstration.story.introduction':
      '今晚的涨水通知已经过了一审、二审，只差最后一次签名。您来当值班总编，签完看它多快出现在公开网页上；再改一个字，看签名怎么样。',
    'demonstration.story.write.title': '通讯员从手机交稿',
    'demonstration.story.write.text': '下午的通知快到时间了，{name}写了今晚的这一份，{time}交上来。',
    'demonstration.story.first.title': '一审签过了',
    'demonstration.story.first.text': '{name}核对了水位和时间，{time}签在这段文字上。',
    'demonstration.story.second.title': '二审签过了',
    'demonstration.story.second.text': '{name}打电话问了接人的车，{time}签。三次审核是三个人，作者不能审自己的稿。',
    'demonstration.story.sign.title': '终审：读完，签名，发布',
    'demonstration.story.sign.text': '最后一次签名存下的同时，公开网页就有了。英文版有自己的签名，这一下一起签。',
    'demonstration.story.sign.act': '换成{name}，签名',
    'demonstration.story.change.title': '再改一个字',
    'demonstration.story.change.text': '编辑打开刚发布的通知，只改一个数字存下来。公开的仍是签过的那一版。',
    'demonstration.story.change.act': '换成{name}，改一个字',
    'demonstration.story.result.signed': '通知公开了，下午的那一份现在指向它。',
    'demonstration.story.result.changed': '签名签的是这段文字，不是这篇稿子。公开网页没有变；改过的要从一审重新走起。',
    'demonstration.story.result.link': '看公开的网页',
    'demonstration.order.title': '跟一张单子走一遍',
    'demonstration.order.introduction':
      '东门社区有一家的水龙头一直滴水，点了单，等人去修。您从居民的手机走到评价，一路上换成不同的人。',
    'demonstration.order.place.title': '居民点单',
    'demonstration.order.place.text': '{time}，她在手机上点了“修水管电灯”：“{note}”不用注册，只留了电话。',
    'demonstration.order.accept.title': '审单',
    'demonstration.order.accept.text': '{name}{time}回了话：收到了，帮您找人。',
    'demonstration.order.dispatch.title': '派单',
    'demonstration.order.dispatch.text': '有证、有空、路近的排在前面。看不到住址和电话。',
    'demonstration.order.dispatch.act': '换成{name}，派给{volunteer}',
    'demonstration.order.take.title': '接单',
    'demonstration.order.take.text': '手机上来了一条邀请。接不接都行，不接不用说为什么，也不会记下什么。',
    'demonstration.order.take.act': '换成{name}，接单',
    'demonstration.order.arrive.title': '上门',
    'demonstration.order.arrive.text': '前后一天之内才看得到住址，每看一次都有记录。到了点“到了”。',
    'demonstration.order.arrive.act': '到了',
    'demonstration.order.finish.title': '做完',
    'demonstration.order.finish.text': '换了垫圈，水池边擦干了。',
    'demonstration.order.finish.report': '换了垫圈和阀芯，不滴了。',
    'demonstration.order.finish.act': '做完了',
    'demonstration.order.confirm.title': '居民说：修好了',
    'demonstration.order.confirm.text': '要输电话的后四位。没有回音不算确认；这里替她输了。',
    'demonstration.order.confirm.act': '换成居民，确认修好了',
    'demonstration.order.rate.title': '评一评',
    'demonstration.order.rate.text': '打个分，写一句话。评的是服务，不是人。',
    'demonstration.order.rate.words': '来得快，走的时候还把水擦干净了。',
    'demonstration.order.rate.act': '给五分',
    'demonstration.order.result': '从点单到评价，每一步都有人、有时间。志愿者的服务时长已经记进账本，谁也改不掉。',
    'demonstration.order.result.link': '看居民看到的进度',
    'demonstration.resident': '居民',
    'demonstration.only-here': '换人的按钮只在装了演示的这台电脑上有。',
    'demonstration.people.title': '换个人看看',
    'demonstration.people.introduction':
      '点一下，就以这个人的身份进工作台。密码和动态码在 var/demo-accounts.json 里。在手机上打开的是手机版，地址是 /console/phone/。',
    'demonstration.people.loading': '演示还在装：这些人要办的事还没有到齐，过一两分钟再看。',
    'demonstration.people.act': '换成{name}',
  },
  {
    'demonstration.story.title': 'Follow a story',
    'demonstration.story.introduction':
      'Tonight’s flood notice has passed two reviews and lacks only its last signature. Be the chief editor on duty, sign it and see how soon it is public; then change one character and see what becomes of the signatures.',
    'demonstration.story.write.title': 'A correspondent hands it in by phone',
    'demonstration.story.write.text':
      'The afternoon’s notice is about to end; {name} wrote tonight’s and handed it in at {time}.',
    'demonstration.story.first.title': 'The first review is signed',
    'demonstration.story.first.text': '{name} checked the levels and hours and signed this very text at {time}.',
    'demonstration.story.second.title': 'The second review is signed',
    'demonstration.story.second.text':
      '{name} rang about the cars and signed at {time}. Three reviews are three people; nobody reviews their own text.',
    'demonstration.story.sign.title': 'Final review: read, sign, publish',
    'demonstration.story.sign.text':
      'The last signature and the public page are saved in one. The English text has signatures of its own; this click signs both.',
    'demonstration.story.sign.act': 'Be {name} and sign',
    'demonstration.story.change.title': 'Now change one character',
    'demonstration.story.change.text':
      'The editor opens the notice just published, changes a single digit and saves. The public still sees what was signed.',
    'demonstration.story.change.act': 'Be {name} and change one character',
    'demonstration.story.result.signed': 'The notice is public, and the afternoon’s now leads to it.',
    'demonstration.story.result.changed':
      'A signature is on this very text, not on the story. The public page has not changed; what was changed must begin again at the first review.',
    'demonstration.story.result.link': 'See the public page',
    'demonstration.order.title': 'Follow an order',
    'demonstration.order.introduction':
      'In Dongmen a kitchen tap keeps dripping; its owner has ordered help and waits. Walk from her phone to the rating, and become somebody else on the way.',
    'demonstration.order.place.title': 'A resident orders',
    'demonstration.order.place.text':
      'At {time} she chose “taps and lights” on her phone: “{note}” No account, only a telephone number.',
    'demonstration.order.accept.title': 'The centre answers',
    'demonstration.order.accept.text': '{name} answered at {time}: we have it and are looking for somebody.',
    'demonstration.order.dispatch.title': 'It is offered',
    'demonstration.order.dispatch.text':
      'First come those with the licence, the time and the shortest way. Address and telephone are not shown.',
    'demonstration.order.dispatch.act': 'Be {name} and offer it to {volunteer}',
    'demonstration.order.take.title': 'A volunteer accepts',
    'demonstration.order.take.text':
      'An offer arrives on the phone. Declining needs no reason, and nothing is noted down for it.',
    'demonstration.order.take.act': 'Be {name} and accept',
    'demonstration.order.arrive.title': 'The visit',
    'demonstration.order.arrive.text':
      'The address shows only from a day before to a day after, and each look is written down. On arriving, one tap.',
    'demonstration.order.arrive.act': 'I am here',
    'demonstration.order.finish.title': 'Done',
    'demonstration.order.finish.text': 'A new washer, and the sink wiped dry.',
    'demonstration.order.finish.report': 'New washer and cartridge; it no longer drips.',
    'demonstration.order.finish.act': 'It is done',
    'demonstration.order.confirm.title': 'The resident says: it is mended',
    'demonstration.order.confirm.text':
      'This needs the last four digits of her telephone. Silence is not confirmation; here the digits are typed for her.',
    'demonstration.order.confirm.act': 'Be the resident and confirm',
    'demonstration.order.rate.title': 'How was it?',
    'demonstration.order.rate.text': 'A score and a sentence. It is the service that is rated, not the person.',
    'demonstration.order.rate.words': 'Came quickly, and wiped everything dry before leaving.',
    'demonstration.order.rate.act': 'Give five points',
    'demonstration.order.result':
      'From order to rating, each step has its person and its time. The volunteer’s hours stand in a ledger that nobody can change.',
    'demonstration.order.result.link': 'See what the resident sees',
    'demonstration.resident': 'Resident',
    'demonstration.only-here':
      'The buttons that make you somebody else exist only on the computer that runs the demonstration.',
    'demonstration.people.title': 'Be somebody else',
    'demonstration.people.introduction':
      'One click opens the console as this person. Passwords and one-time codes stand in var/demo-accounts.json. On a phone it is the phone version, at /console/phone/.',
    'demonstration.people.loading':
      'The demonstration is still being loaded: what waits for these people is not all there yet. Look again in a minute or two.',
    'demonstration.people.act': 'Be {name}',
  },
);
