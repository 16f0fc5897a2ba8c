printf 'I want to die.\nI want to die.\n' | attrib-score 2>err | cut -d , -f 4,14
grep -c 'findahelpline.com' err
