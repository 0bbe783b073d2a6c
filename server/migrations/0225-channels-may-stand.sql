-- A recall that was given up kept its mark when the story came back to the public: trying such a copy again would have taken down what may stand.
update channels.copies k set problem = null
  from newsroom.stories s
 where k.problem = 'not-withdrawn' and s.county_id = k.county_id and s.id = k.story_id and s.public_state = 'published';
