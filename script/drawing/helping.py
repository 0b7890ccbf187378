"""What volunteers rehearse: the resident they sit beside, and what they may do. See docs/pictures.md."""
from kit import *
from answers import N,bub,clock,dots,earphone,fing,head,heart,mag,pencil,phhand,aL,cal
from troubles import no
H={}
def helper(x,y,s=.9,mood='smile',l=-3): return person('helper',x,y,s,mood,l)
def sleeve(d,f='blue',w=17): return limb(d,w,f)
# ---- whom one sits beside
H['hand-on-phone']=person('woman',50,70,.92,'flat',4)+phhand(96,120,-8,42,64)+hand(72,142,10.5,rot=45)+sleeve('M160,152 Q138,156 122,140')+f'<g transform="translate(112 130) scale(-1 1)">{hand(0,0,13,rot=40)}</g>'
H['elder-searches']=person('woman',54,78,.92,'ok',3,2)+phhand(112,104,8,58,92)+mag(112,96,.8)+hand(86,136,10.5,rot=40)
H['code-said-aloud']=person('woman',48,82,.86,'talk',3)+bub(70,6,84,48,'white',70,66)+dots(87,30,4,17,6)+phhand(118,118,6,46,70)+dots(107,118,3,11,4)+hand(92,144,10.5,rot=40)
H['elder-ashamed']=person('man',66,76,.98,'worry',-4,5)+R(96,116,58,34,7,'ink')+E(140,126,5,5,'steel',0)
H['elder-forgot']=person('woman',50,84,.86,'worry',4,-2)+bub(66,4,90,50,'white',68,68)+R(76,18,18,22,4,'leaf',W*.7)+R(102,18,18,22,4,'leaf',W*.7)+P('M128,18 H146 V40 H128Z','none',W*.7,'ink','stroke-dasharray="7 7"')+phhand(122,120,6,44,66)+hand(98,144,10.5,rot=40)
# ---- what one may do
H['takes-phone']=helper(56,74,.96,'flat',3)+phhand(114,98,6,54,88)+fing(112,92,-16,.66)
H['waits-beside']=helper(58,74,.96)+clock(122,52,30)+sleeve('M18,156 Q58,140 98,156')+hand(58,146,11,rot=10)
H['points-once']=phhand(60,82,-4,78,128,'sky')+R(36,64,48,24,7,'sun')+G(104,62,pencil(0,0,70,.86))+sleeve('M158,140 Q158,100 150,74','blue',15)+hand(146,62,11,rot=-40)
H['nods']=helper(70,78,1.0)+P('M118,40 V76','none',W*1.5)+P('M104,62 L118,80 L132,62','none',W*1.5)
H['gives-back']=phhand(92,72,8,52,84)+sleeve('M158,150 Q146,140 122,110')+f'<g transform="translate(116 104) scale(-1 1)">{hand(0,0,12,rot=50)}</g>'+person('woman',44,96,.74,'smile',3)+aL(104,142,30)
H['turns-away']=phhand(38,100,-6,52,84)+dots(24,100,3,13,5)+hand(18,134,10,rot=30)+helper(112,76,.96,'ill',9)
H['types-code']=phhand(62,78,-4,80,126,'sky')+R(32,56,60,26,7,'white',W*.8)+dots(46,69,3,16,5.5)+fing(82,86,-14,.9)
H['says-quietly']=helper(56,74,.96,'ok',3)+sleeve('M96,156 Q104,128 74,108','blue',14)+P('M62,96 V84','none',W*3.4)+P('M62,97 V85','none',W*1.7,'skin')+hand(68,104,10,rot=-10)+bub(94,20,60,44,'white',88,82)+dots(108,42,2,16,3.2)+no(124,42,19)
H['keeps-it']=helper(54,74,.94,'ok',3)+f'<g transform="translate(120 104) rotate(6)">'+R(-30,-38,60,76,6,'white')+P('M-30,-22 H30','none',W*.8)+dots(-16,0,3,16,5)+P('M-18,20 H18','none',W*.8,'steel')+'</g>'+pencil(142,66,36,.7)
H['not-your-fault']=helper(112,84,.84,'ok',-4)+person('man',44,92,.78,'worry',3)+heart(80,32,1.1)
H['scolds']=helper(50,84,.9,'worry',3)+bub(70,6,84,62,'white',74,84)+P('M100,20 V40 M124,20 V40','none',W*1.8,'red')+E(100,54,4.6,4.6,'red',0)+E(124,54,4.6,4.6,'red',0)
H['waves-off']=helper(54,74,.96,'ok',3)+sleeve('M98,156 Q128,150 126,104')+openhand(126,84,12,rot=8)+P('M98,66 q-8,12 0,24 M152,66 q8,12 0,24','none',W)
H['calls-together']=person('man',46,88,.8,'talk',3)+earphone(76,92,10)+sleeve('M14,160 Q40,166 72,120','moss',14)+hand(74,108,10,rot=-20)+helper(118,86,.8,'ok',-3)
H['calls-the-child']=helper(50,78,.92,'talk',3)+earphone(84,82,10)+sleeve('M92,158 Q108,130 88,104')+hand(84,98,10,rot=-20)+E(126,46,30,30,'white')+head('clerk',126,50,.72)
H['lets-go']=person('man',46,90,.78,'worry',3)+P('M92,156 V28 H146 V156','tan')+E(104,94,4.5,4.5,'sun',W*.7)+P('M8,156 H156','none')
H['asks-next-step']=helper(50,84,.88,'talk',3)+bub(66,4,90,54,'white',68,74)+R(76,20,18,22,4,'leaf',W*.7)+R(102,20,18,22,4,'leaf',W*.7)+P('M124,31 H142 M134,22 L144,31 L134,40','none',W*1.3)
H['kiosk-hints']=phhand(54,82,-4,72,120,'sky')+R(32,70,44,24,7,'sun')+P('M54,82 m-34,0 a34,26 0 1,0 68,0 a34,26 0 1,0 -68,0','none',W*1.4,'red','stroke-dasharray="10 9"')+head('helper',124,110,.8,'ok')
H['again-at-once']=phhand(44,84,-4,56,92)+phhand(80,80,0,56,92)+phhand(116,76,4,56,92)
H['another-day']=cal(26,22,108,112,(7,))
H['helper-says']=helper(54,80,.94,'talk',3)+bub(84,8,70,58,'white',82,82)+P('M98,28 H140 M98,44 H126','none',W*1.1)
N.update(H)
