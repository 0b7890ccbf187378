"""What may go wrong at a step: beside each line of “Tôi chưa hiểu”, and on its advice. See docs/pictures.md."""
from kit import *
from answers import *
from guides import finger
def frame(f='white',x=12,y=20,w=136,h=104): return R(x,y,w,h,10,f)
def no(x=122,y=122,r=28): return badge(x,y,False,r)
def battery(x,y,w=52,h=28): return R(x,y,w,h,5,'white')+R(x+w,y+8,7,h-16,2,'ink',0)+R(x+6,y+6,9,h-12,1,'red',0)
def keys(x,y,n=4,m=2,g=18,w=13): return ''.join(R(x+i*g,y+j*g,w,w,3,'white',W*.7) for i in range(n) for j in range(m))
def wrench(x,y,s=1,r=0):
    k=W/s
    return G(x,y,P('M-7,46 V-4 C-22,-10 -24,-30 -12,-38 L-12,-20 Q0,-12 12,-20 L12,-38 C24,-30 22,-10 7,-4 V46 Q0,54 -7,46Z','steel',k),s,r)
def speaker(x,y,s=1): 
    k=W/s
    return G(x,y,P('M-44,-16 H-22 L10,-42 V42 L-22,16 H-44Z','steel',k),s)
def cane(x,y): return limb(f'M{x},{y+78} V{y} Q{x},{y-18} {x-14},{y-16}',8,'brown')
def fist(x,y,s=1):
    k=W/s
    return G(x,y,P('M-22,-12 Q-22,-22 -12,-22 H12 Q24,-22 24,-10 V8 Q24,22 8,22 H-8 Q-22,22 -22,8Z','skin',k)+P('M-11,-21 V-4 M0,-21 V-4 M11,-21 V-4 M-22,2 H4 Q10,2 10,8','none',k*.8),s)
def pinout(x,y,s=1,x2=''):
    k=W/s
    return G(x,y,P('M0,0 C-26,-30 -34,-44 -34,-60 C-34,-104 34,-104 34,-60 C34,-44 26,-30 0,0Z','none',k,'ink',x2),s)
T={}
# ---- what the phone does
T['update-app']=phone(14,8,84,144,'sky')+shield(56,76,.74,'red')+E(112,112,40,40,'white')+cyc(112,112,21,11)
T['asks-finger']=phone(38,6,84,146,'sky')+finger(80,80,.98)
T['asks-money']=ph('sky',22)+bub(32,30,66,56,'white',64,104)+note(65,58,-6,'leaf',52,32)+E(118,112,36,36,'red')+P('M100,112 H136','none',W*2.4,'white')
T['asks-permission']=ph('sky')+doc(58,26,44,58,0,3)+badge(58,116,True,19)+badge(102,116,False,19)
T['screen-differs']=phone(6,24,66,116,'sky',False)+phone(88,24,66,116,'sky',False)+R(18,40,42,16,4,'sun',W*.8)+R(18,64,42,16,4,'white',W*.8)+R(18,88,42,16,4,'white',W*.8)+E(121,58,16,16,'sun',W*.8)+R(104,84,15,30,4,'white',W*.8)+R(124,84,15,30,4,'white',W*.8)
T['button-missing']=ph('sky')+P('M56,40 H104 M56,58 H92','none',W,'steel')+f'<g stroke-dasharray="8 9">{R(52,82,56,26,8,"none",W)}</g>'+mag(108,112,1.05)
T['download-stuck']=phone(14,8,84,144,'sky')+P('M56,38 V80 M38,64 L56,82 L74,64 M34,96 V106 H78 V96','none',W*1.5)+E(116,110,36,36,'white')+hourglass(116,110,.72)
T['memory-full']=phone(14,8,84,144,'sky')+''.join(R(28+i*30,30+j*32,26,26,3,('leaf','sun','pink','tan')[(i+j*2)%4],W*.8) for i in range(2) for j in range(3))+no(116,116,30)
T['battery-empty']=phone(38,8,84,144,'case')+battery(52,66,50,30)
T['maintenance']=phone(38,8,84,144,'case')+wrench(80,76,1.0,38)
T['scan-fails']=P('M16,40 V16 H40 M120,16 H144 V40 M144,120 V144 H120 M40,144 H16 V120','none',W*1.6)+G(30,30,qr(10,10,False),1.45)+no(126,124,30)
T['card-unread']=R(26,8,108,56,13,'ink')+R(34,15,92,42,8,'sky',0)+P('M56,76 Q80,92 104,76','none',W*1.1)+G(72,120,minicard(112,60))+no(128,122,28)
T['photo-blurred']=R(10,20,132,104,10,'sky')+P('M26,52 q11,-12 22,0 t22,0 t22,0 t22,0 M26,76 q11,-12 22,0 t22,0 t22,0 M26,100 q11,-12 22,0 t22,0 t22,0','none',W,'steel')+no(126,124,28)
T['photo-missing']=f'<g stroke-dasharray="11 11">{R(10,20,124,98,10,"none",W)}</g>'+P('M28,100 L56,66 L78,90 L92,76 L114,100','none',W,'steel')+mag(108,104,1.0)
T['wifi-missing']=wifi()+mag(104,104,1.15)
T['swipe-fails']=ph('sky')+aDn(80,84)+no(118,122,30)
T['power-fails']=phone(30,8,84,144,'sky')+P('M56,58 A24,24 0 1 0 88,58 M72,44 V70','none',W*1.7)+no(116,118,30)
T['tap-fails']=ph('sky')+R(54,44,52,26,8,'white')+fing(84,64,-10,.9)+no(124,128,26)
T['no-sound']=speaker(72,74,1.3)+no(122,118,30)
T['part-missing']=P('M80,12 V44','none',W*2)+R(52,44,56,46,10,'steel')+P('M66,90 V112 M94,90 V112','none',W*2)+no(122,122,28)
T['advert']=phone(38,6,84,146,'sky')+R(50,32,60,34,6,'sun',W*.8)+mega(78,50,.52,-10)+R(50,76,60,24,6,'white',W*.8)+R(50,110,60,24,6,'white',W*.8)+no(122,48,24)
T['look-alike']=phone(6,24,66,116,'sky',False)+phone(88,24,66,116,'sky',False)+shield(39,78,.66,'red',W)+shield(121,78,.66,'red',W)+no(124,132,22)+badge(36,132,True,22)
T['more-boxes']=ph('sky')+R(52,34,56,18,5,'white',W*.8)+R(52,62,56,18,5,'white',W*.8)+f'<g stroke-dasharray="8 8">{R(52,90,56,18,5,"none",W)}</g>'+plus(116,122,28)
T['link-from-stranger']=phone(24,6,86,148,'pink')+thief(67,60,.6)+R(34,96,66,44,8,'white')+link(67,118,.62)+no(120,120,30)
T['link-touched']=person('woman',50,84,.92,mood='worry')+phone(88,20,60,104,'pink')+link(118,64,.66)+fing(120,84,-14,.72)
T['page-shut']=win(P('M60,70 L100,110 M100,70 L60,110','none',W*2.4,'red'))
T['gate-shut']=R(8,44,30,110,5,'steel')+R(122,44,30,110,5,'steel')+R(126,54,22,20,4,'sky')+P('M38,92 H76 V132 H38','red')+P('M122,92 H84 V132 H122','red')+no(80,44,28)
T['face-not-seen']=phone(30,6,88,146,'sky',False)+head('woman',74,80,.86,'flat')+P('M44,48 V34 H58 M90,34 H104 V48 M104,112 V126 H90 M58,126 H44 V112','none',W*.9)+no(122,126,28)
T['nothing-to-do']=phone(38,8,84,144,'sky')+aR(82,82,24)+P('M56,42 H104','none',W,'steel')
T['already-on']=ph('sky')+R(50,64,60,34,17,'moss')+E(93,81,13,13,'eye')+badge(118,126,True,26)
# ---- codes, passwords, numbers
T['password-wrong']=R(8,52,144,54,12,'white')+dots(34,79,4,24,7.5)+no(124,112,30)+key(60,26,10,.6)
T['code-elsewhere']=phone(6,30,60,108,'case',False)+bub(14,50,44,32,'white',26,98)+dots(25,66,3,11,3.6)+phone(94,30,60,108,'sky',False)+no(124,84,21)
T['asks-code']=thief(48,72,.96)+bub(86,16,68,48,'white',96,82)+dots(104,40,3,17,5.5)+P('M112,128 H148','none',W*1.4)+lock(130,124,.74)
T['no-number']=phone(22,8,84,144,'sky')+P('M36,56 H52 M58,56 H74 M80,56 H92 M36,84 H52 M58,84 H74','none',W*1.5)+mag(110,110,1.05)
T['mismatch']=R(6,30,84,60,8,'sky')+R(16,42,24,34,4,'white',W*.8)+E(28,54,6,7,'ink',0)+P('M19,73 C19,60 37,60 37,73Z','ink',0)+P('M52,50 H80 M52,66 H72','none',W*.85)+doc(92,44,60,88,0,4)+E(72,116,30,30,'red')+P('M58,109 H86 M58,123 H86 M84,98 L60,134','none',W*1.3,'white')
T['similar-lines']=R(10,16,118,34,8,'white')+R(10,60,118,34,8,'white')+R(10,104,118,34,8,'white')+''.join(P(f'M26,{y} H{e}','none',W,'steel')+E(112,y,6,6,'sun',W*.7) for y,e in((33,90),(77,90),(121,84)))+mag(110,92,1.0)
T['card-number']=idcard(6,16,136,92)+P('M30,128 H46 M56,128 H72 M82,128 H98 M108,128 H124','none',W*1.6)+aDn(120,84)
# ---- the person
T['unsure-which']=person('man',52,82,1.0,mood='worry')+arrow('M96,66 Q112,66 116,46','M102,48 L118,26 L132,48Z','sun',12)+arrow('M96,92 Q112,92 116,112','M102,110 L118,132 L132,110Z','sun',12)
T['wants-company']=person('helper',112,66,.9,l=-3)+person('woman',52,76,.94,l=3)+phone(66,96,38,60,'sky',False)
T['hard-to-see']=person('man',60,78,1.0,mood='flat')+mag(110,80,1.0)+P('M102,78 h8 M102,86 h12','none',W*.6)
T['hard-to-write']=doc(8,14,100,134,0,0)+P('M24,60 q7,-14 12,0 t11,2 t10,-6 t13,6 t10,-4 M24,90 q6,10 12,-2 t11,6 t12,-6','none',W)+pencil(112,74,32,.92)+P('M136,40 q10,6 8,18 M146,32 q14,10 10,28','none',W*.9)
T['hard-to-type']=ph('white')+keys(48,80,4,3,17,12)+P('M54,44 H106','none',W*.9,'steel')+fing(110,100,-30,.8)+P('M136,70 q8,6 6,16 M146,62 q12,10 8,26','none',W*.9)
T['cannot-walk']=person('woman',58,72,1.0,mood='ok')+cane(132,74)+limb('M98,132 Q116,126 118,72',16,'rose')+hand(118,62,10.5)
T['far-away']=house(40,150,.9,'white','rose')+P('M78,142 H92 M104,142 H116 M126,134 V120','none',W*1.2)+pin(122,108,.86)
T['cannot-speak']=person('woman',56,72,1.0,mood='worry')+bub(98,16,56,44,'white',104,78)+P('M114,27 L138,49 M138,27 L114,49','none',W*1.5,'red')
T['threatened']=person('woman',50,92,.84,mood='worry')+thief(118,88,.78)+bub(66,4,62,46,'white',104,60)+fist(97,27,.72)
T['alone-at-home']=house(80,152,1.5,'white','rose')+head('woman',80,112,.78,'worry')
T['tells-clerk']=person('clerk',112,74,.9,l=-3)+person('woman',46,80,.9,'talk',l=3)+bub(60,4,46,30,'white',64,44)+dots(72,19,3,11,3.6)
T['not-found-name']=person('woman',48,72,.9,mood='worry')+doc(88,30,64,96,0,4)+mag(114,100,.9)
# ---- papers, cards, money, places
T['no-card']=f'<g stroke-dasharray="11 11">{R(8,28,132,90,12,"none",W)}</g>'+P('M30,86 C30,62 62,62 62,86 M46,62 C36,60 36,44 46,44 C56,44 56,60 46,62 M82,58 H120 M82,80 H108','none',W*.8,'steel')+no(122,118,30)
T['no-bank']=bank(66,134,1.06)+P('M6,136 H124','none')+no(122,118,30)
T['no-paper']=dashdoc(22,10,96,140)+no(116,118,32)
T['no-address']=pinout(62,132,1.1,'stroke-dasharray="11 11"')+mag(106,104,1.1)
T['no-time']=E(66,70,56,56,'white')+P('M66,24 v6 M66,110 v6 M20,70 h6 M106,70 h6','none',W)+mag(108,106,1.05)
T['help-pay-scam']=thief(50,70,1.0)+note(116,70,-10,'leaf',66,40)+no(122,124,28)
T['how-much']=note(72,52,-8,'leaf',104,60)+coins(46,142,3,24)+coins(98,142,4,24)+P('M126,24 V40 M118,32 H134','none',W)
T['other-task']=R(10,40,124,96,10,'sun')+P('M10,60 V34 Q10,26 18,26 H58 L70,40','sun')+plus(122,122,28)
T['other-ward']=house(40,150,.84,'white','rose')+house(118,150,.84,'white','blue')+P('M80,24 V148','none',W,'ink','stroke-dasharray="10 12"')
T['by-computer']=R(8,22,144,92,10,'white')+P('M8,44 H152','none',W*.9)+P('M64,114 L58,136 H102 L96,114','steel')+aR(84,80,26)
T['card-plain']=idcard(8,34,144,96,'case',False)
# ---- in danger
T['trapped']=house(80,152,1.5,'white','tan')+flame(46,92,.6)+flame(116,92,.6)+head('woman',80,116,.72,'worry')
T['way-blocked']=R(30,12,100,140,4,'tan')+R(44,26,72,126,2,'hair')+flame(80,152,1.05)
T['on-side']=P('M8,132 H152','none',W*1.6)+P('M44,128 C40,96 70,92 92,98 L128,96 Q146,98 142,112 L126,128Z','sky')+P('M92,98 L110,122','none',W*.9)+E(30,108,20,20,'skin')+P('M22,108 q5,4 9,0','none',W*.8)+P('M12,104 C10,84 34,80 46,94 C38,98 26,96 20,108Z','grey')+limb('M62,122 L34,130',12,'skin')
T['vneid-missing']=P('M52,8 H108 Q122,8 122,22 V138 Q122,152 108,152 H52 Q38,152 38,138 V22 Q38,8 52,8Z','sky')+P('M80,40 C90,48 100,51 110,51 L110,76 C110,96 94,108 80,114 C66,108 50,96 50,76 L50,51 C60,51 70,48 80,40Z','none',W,'ink','stroke-dasharray="9 10"')+no(118,124,30)
T['level-2-missing']=f'<g stroke-dasharray="11 11">{E(66,66,52,52,"none",W)}</g>'+dg('2',50,38,58,9)+no(120,120,30)
T['sim-lost']=f'<g stroke-dasharray="10 10">{P("M28,22 H84 L110,48 V134 H28Z","none",W)}</g>'+R(48,72,42,38,5,'none',W*.8,'steel')+mag(112,106,1.0)
# ---- at the door: whoever stands there looks like anybody; and the door shut
T['stranger-at-door']=R(86,8,66,146,4,'brown')+E(96,84,5,5,'sun',W*.7)+person('helper',46,84,.92,'smile',3)+hand(84,92,10,rot=60)+P('M92,70 l7,-7 M95,84 l9,-2','none',W)
T['door-closed']=R(34,8,92,146,4,'brown')+R(48,22,64,50,3,'tan',W*.7)+R(48,86,64,50,3,'tan',W*.7)+E(110,80,6,6,'sun',W*.7)+R(98,50,18,14,3,'steel',W*.7)
N.update(T)
