"""One picture for each ready-made set of preferences; see docs/pictures.md."""
from answers import N, bub, heart, waves
from kit import *
def _big(x,y,h,k):
    # a capital A, as strokes
    w=h*.42
    return P(f'M{x-w},{y} L{x},{y-h} L{x+w},{y} M{x-w*.62:.1f},{y-h*.36:.1f} H{x+w*.62:.1f}','none',k)
S['preset-listen']=(280,200, waves(72,92,-1.25,'blue')+waves(208,92,1.25,'blue')+person('woman',140,77,1.33,mood='smile')
  +P('M98,76 C98,8 182,8 182,76','none',W*1.8)+R(88,64,20,42,9,'navy')+R(172,64,20,42,9,'navy'))
S['preset-large']=(280,200, R(14,14,252,186,16,'white')+_big(72,166,48,W*1.9)+_big(176,172,136,W*3.4))
S['preset-blurred']=(280,200, person('man',82,77,1.33,mood='flat',l=3)
  +R(146,120,124,64,8,'white')+P('M160,140 H254 M160,158 H236','none',W*.9,'steel')
  +limb('M226,124 L254,182',17,'brown')+E(200,84,54,54,'sky')+_big(200,112,58,W*2.6))
S['preset-tremor']=(280,200, P('M74,64 q-16,20 0,40 q16,20 0,40 M48,72 q-14,17 0,34 q14,17 0,34 M206,64 q16,20 0,40 q-16,20 0,40 M232,72 q14,17 0,34 q-14,17 0,34','none',W*1.5)
  +limb('M140,206 L140,150',54,'rose')+openhand(140,106,40))
S['preset-read']=(280,200, person('man',140,66,1.25,mood='ok',d=2)
  +P('M140,138 C112,120 66,120 38,128 L38,196 C66,188 112,188 140,200 C168,188 214,188 242,196 L242,128 C214,120 168,120 140,138Z','white')+P('M140,138 V198','none')
  +P('M56,146 C76,142 104,144 122,150 M56,166 C76,162 104,164 122,170 M224,146 C204,142 176,144 158,150 M224,166 C204,162 176,164 158,170','none',W*.9,'steel')
  +hand(44,182,12,rot=20)+f'<g transform="translate(236 182) scale(-1 1)">{hand(0,0,12,rot=20)}</g>')
S['preset-simple']=(280,200, person('helper',82,77,1.33,mood='talk',l=3)+bub(142,16,126,92,'white',140,128)+heart(205,64,1.6))
S['preset-seated']=(280,200, f'<g transform="translate(42 -4) scale(1.27)">{N["disabled"]}</g>')
