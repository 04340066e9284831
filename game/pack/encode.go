package pack

// Encode gives the compiled form. Equal packs give equal bytes; what is larger than
// [MaxSize] is refused.
func (p *Pack) Encode() ([]byte, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	f := file{Format: format, Title: p.Title, Author: p.Author, Course: p.Course}
	var err error
	part := func(to *[]byte, n int, encode func() ([]byte, error)) {
		if err == nil && n > 0 {
			*to, err = encode()
		}
	}
	part(&f.Cases, len(p.Cases.Cases), p.Cases.Encode)
	part(&f.Questions, len(p.Questions.Questions), p.Questions.Encode)
	part(&f.Sources, len(p.Sources.Sources), p.Sources.Encode)
	if p.Supplement != nil {
		part(&f.Supplement, 1, p.Supplement.Encode)
	}
	if err != nil {
		return nil, err
	}
	b, err := f.MarshalMsg([]byte(magic))
	if err == nil && len(b) > MaxSize {
		err = ErrTooBig
	}
	return b, err
}
