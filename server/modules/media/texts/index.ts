import { bilingual } from '#platform/i18n';

/** The words of the module media. */
export const texts = bilingual(
  {
    'media.machine.audio.made': '这段声音由人工智能生成',
    'media.machine.audio.changed': '这段声音经人工智能改动',
    'media.machine.video.made': '这段视频由人工智能生成',
    'media.machine.video.changed': '这段视频经人工智能改动',
    'media.machine.document.made': '这份文件由人工智能生成',
    'media.machine.document.changed': '这份文件经人工智能改动',
    'media.otherwise.described': '口述影像版：画面上有什么，也说给您听',
    'media.otherwise.written': '文字版：说了什么，画面上有什么',
    'field.empty_file': '这个文件是空的。',
    'refusal.UnsupportedMediaType.upload':
      '这种文件收不了。收的是：图片（JPEG、PNG、WebP）、声音、视频、PDF 和办公文件（Word、Excel、PPT、WPS、ODF）。',
    'refusal.UnsupportedMediaType.heic':
      '这是苹果手机的 HEIC 照片，这里打不开。请从“照片”里分享成 JPEG 再传；以后在手机“设置 › 相机 › 格式”里选“兼容性最佳”，拍出来就是 JPEG。',
    'refusal.PictureTooLarge': '这张图片像素太多（最多 {megapixels} 百万像素），请缩小后再传。',
    'refusal.PictureUnreadable': '这张图片打不开，可能没传完整，请换一张。',
    'media.used-in': '“{title}”',
    'media.used-elsewhere': '另外 {others} 处',
    'refusal.PictureInUse': '这张图片还用着，删不了：{where}。正在写的稿件，先从里面换掉；登过的和回执里的要留作凭证。',
    'refusal.MaterialInUse':
      '这个素材还用着，删不了：{where}。正在写的稿件，先从里面换掉；登过的和当附件的要留作凭证。',
    'refusal.QuotaReached': '今天传的图片够多了（每天最多 {megabytes} MB），请明天再传。',
    'refusal.ConsentRevoked': '这份同意已经收回了。',
    'refusal.ConsentHeld': '这份同意还有效，不用再说为什么。',
    'refusal.UploadProtocolUnknown': '这种传法我们不认识（要用 tus {version}）。',
    'refusal.UploadMoved': '这个文件已经传到别处了，从那里接着传就行。',
    'refusal.UploadQuotaReached': '今天传得够多了（每人每天最多 {gigabytes} GB），请明天再传。',
    'refusal.TooManyOpenUploads': '还有 {files} 个文件没传完，每人同时最多这么多。先把它们传完，或者删掉几个。',
    'refusal.ChecksumMismatch': '路上有几个字节坏了，请把这一段再传一次。',
    'refusal.DocumentWithMacros': '这个文件里带着宏（会自己运行的程序）。请另存成不带宏的再传。',
    'refusal.RecordingUnreadable': '这段声音或视频打不开，可能没录完整。请换一份，或者另存成 MP4、M4A 再传。',
    'refusal.RecordingTooLong': '太长了，一段最多 {hours} 小时。请分成几段再传。',
    'refusal.ConverterMissing': '这台机器上还没有转换声音和视频的程序（ffmpeg）。原件存好了；装上以后会自己接着转。',
    'refusal.ConversionHung': '转换卡住了，已经停下；原件还在。可以再试一次，或者另存成 MP4、M4A 再传。',
    'refusal.ConversionBroke': '转换没有成功；原件还在。可以再试一次，或者另存成 MP4、M4A 再传。',
    'refusal.SubtitlesUnreadable': '字幕第 {line} 行读不懂。要用 WebVTT 或 SRT 格式。',
    'refusal.TooManyKeywords': '关键词太多，最多 {most} 个。',
  },
  {
    'media.machine.audio.made': 'This sound was made by AI',
    'media.machine.audio.changed': 'This sound was altered by AI',
    'media.machine.video.made': 'This video was made by AI',
    'media.machine.video.changed': 'This video was altered by AI',
    'media.machine.document.made': 'This document was made by AI',
    'media.machine.document.changed': 'This document was altered by AI',
    'media.otherwise.described': 'With audio description: what is to be seen is spoken too',
    'media.otherwise.written': 'In writing: what is said and seen',
    'field.empty_file': 'This file is empty.',
    'refusal.UnsupportedMediaType.upload':
      'This kind of file is not taken. Taken are pictures (JPEG, PNG, WebP), sound, video, PDF and office files (Word, Excel, PowerPoint, ODF).',
    'refusal.UnsupportedMediaType.heic':
      'This is a HEIC photograph of an iPhone, which cannot be opened here. Export it from Photos as JPEG and send that; with “Most Compatible” under Settings › Camera › Formats the phone takes JPEG from now on.',
    'refusal.PictureTooLarge':
      'This picture has too many pixels (at most {megapixels} megapixels). Please make it smaller and send it again.',
    'media.used-in': '“{title}”',
    'media.used-elsewhere': '{others} elsewhere',
    'refusal.PictureInUse':
      'This picture is still in use and cannot be removed: {where}. Take it out of the text in work first; what was published, or stands in a receipt, is kept as evidence.',
    'refusal.MaterialInUse':
      'This material is still in use and cannot be removed: {where}. Take it out of the text in work first; what was published, or is an attachment, is kept as evidence.',
    'refusal.PictureUnreadable': 'This picture cannot be opened; it may not have arrived whole. Please try another.',
    'refusal.QuotaReached':
      'That is enough pictures for today (at most {megabytes} MB a day). Please continue tomorrow.',
    'refusal.ConsentRevoked': 'This consent was taken back already.',
    'refusal.ConsentHeld': 'This consent still holds; no reason is needed.',
    'refusal.UploadProtocolUnknown': 'We do not know this way of sending (tus {version} is needed).',
    'refusal.UploadMoved': 'This file has moved on meanwhile. Please go on from where it is.',
    'refusal.UploadQuotaReached':
      'That is enough for today (at most {gigabytes} GB a person and day). Please continue tomorrow.',
    'refusal.TooManyOpenUploads':
      'You have {files} files that have not arrived whole, which is as many as one person may have. Please finish them first, or give some up.',
    'refusal.ChecksumMismatch': 'Some bytes were damaged on the way. Please send this part again.',
    'refusal.DocumentWithMacros':
      'This file contains macros (programs that run by themselves). Please save it without macros and send it again.',
    'refusal.RecordingUnreadable':
      'This sound or video cannot be opened; it may not be whole. Please try another, or save it as MP4 or M4A first.',
    'refusal.RecordingTooLong': 'This is too long: at most {hours} hours. Please send it in parts.',
    'refusal.ConverterMissing':
      'The program that converts sound and video (ffmpeg) is not on this machine yet. The original is stored; it goes on by itself once the program is there.',
    'refusal.ConversionHung':
      'The conversion hung and was ended; the original is still there. Try again, or save it as MP4 or M4A first.',
    'refusal.ConversionBroke':
      'The conversion did not succeed; the original is still there. Try again, or save it as MP4 or M4A first.',
    'refusal.SubtitlesUnreadable': 'Line {line} of the subtitles cannot be read. They must be WebVTT or SRT.',
    'refusal.TooManyKeywords': 'Too many keywords, at most {most}.',
  },
);
