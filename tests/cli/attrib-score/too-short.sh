printf 'my fault\n\nit was my fault\n' | attrib-score | cut -d , -f 3,4,14
