"""Answers about banks, bills, hospitals, licences, land and the telephone's own settings. See docs/pictures.md."""
from kit import *
from answers import *
from guides import bank as house_of_bank, bike, bulb, carshape, hcard, mic, nurse, robot, sunp, tap, tower
from troubles import no, speaker
V={}
def letters(d,x,y,s=1,k=8,ink='ink'): return G(x,y,P(d,'none',k/s,ink),s)
def ban(x,y,r=34): return E(x,y,r,r,'none',12)+P(f'M{x-r*.7:.1f},{y-r*.7:.1f} L{x+r*.7:.1f},{y+r*.7:.1f}','none',12)+f'<circle cx="{x}" cy="{y}" r="{r}" fill="none" stroke="{C["red"]}" stroke-width="6.5"/>'+P(f'M{x-r*.7:.1f},{y-r*.7:.1f} L{x+r*.7:.1f},{y+r*.7:.1f}','none',6.5,'red')
def letterA(x,y,h,k):
    w=h*.42
    return P(f'M{x-w:.1f},{y} L{x},{y-h} L{x+w:.1f},{y} M{x-w*.62:.1f},{y-h*.36:.1f} H{x+w*.62:.1f}','none',k)
def cross(x,y,r=13): return P(f'M{x-r},{y} H{x+r} M{x},{y-r} V{y+r}','none',W*1.9,'plus')
def hospital(x,y,s=1):
    k=W/s
    return G(x,y,R(-62,-78,124,78,3,'white',k)+R(-34,-104,68,104,3,'sky',k)+E(0,-80,15,15,'white',k*.8)+P('M-9,-80 H9 M0,-89 V-71','none',k*1.4,'plus')+R(-12,-32,24,32,2,'tan',k*.9)+''.join(R(a,b,14,14,2,'sky',k*.7) for a in(-54,40) for b in(-64,-36)),s)
def licence(x,y,c,s=1,f='pink',r=0):
    k=W/s
    return G(x,y,R(-68,-46,136,92,10,f,k)+P('M-68,-22 V-36 Q-68,-46 -58,-46 H58 Q68,-46 68,-36 V-22Z','red',k)+R(-58,-12,34,46,4,'white',k*.8)+E(-41,4,8,9,'ink',0)+P('M-55,32 C-55,14 -27,14 -27,32Z','ink',0)+c,s,r)
def bill(x,y,w=92,h=124,m=''): return P(f'M{x},{y} H{x+w} V{y+h} l{-w/8:.1f},-9 l{-w/8:.1f},9 l{-w/8:.1f},-9 l{-w/8:.1f},9 l{-w/8:.1f},-9 l{-w/8:.1f},9 l{-w/8:.1f},-9 l{-w/8:.1f},9Z','white')+m
def bolt(x,y,s=1,f='sun'): return G(x,y,P('M10,-40 L-24,8 H-2 L-10,40 L26,-10 H2Z',f,W/s),s)
def bankapp(c=''): return phone(38,8,84,144,'white')+house_of_bank(80,112,.72)+c
# ---- the bank, money
V['bank-app']=bankapp()
V['bank-desk']=house_of_bank(46,96,.86)+person('clerk',112,76,.86)+R(4,126,152,30,5,'tan')
V['bank-app-tells']=bankapp(bub(92,12,58,44,'sun',104,70)+P('M121,22 V36','none',W*1.6)+E(121,45,3.4,3.4,'ink',0))
V['auto-pay']=house_of_bank(50,92,.86)+bill(96,40,54,76,bolt(123,74,.56))+cyc(72,124,22,11)
V['cash-machine']=R(22,8,116,144,10,'steel')+R(38,22,84,48,5,'sky')+E(60,46,0.1,0.1,'ink',0)+dots(56,46,4,16,4)+R(38,82,84,12,4,'ink')+note(80,116,0,'leaf',64,40)
V['get-paid']=R(8,30,84,122,4,'white')+''.join(P(f'M{2+i*24},10 h24 v26 q-12,14 -24,0Z',('rose','white')[i%2]) for i in range(4))+head('woman',50,92,.72)+R(8,128,84,24,4,'tan')+note(124,64,-8,'leaf',60,38)+aL(122,112,24)
V['money-came']=phone(14,8,84,144,'sky')+note(56,58,-6,'leaf',58,36)+aDn(56,108,'leaf')+badge(116,118,True,30)
V['money-strange']=phone(14,8,84,144,'sky')+note(56,56,-6,'leaf',58,36)+cyc(56,110,20,10)+head('man',122,104,.76,'worry')
V['sum-right']=phone(14,8,84,144,'white')+coin(56,50,17)+dg('50',38,80,34,7)+P('M32,132 H80','none',W*.9,'steel')+badge(118,114,True,30)
V['sum-wrong']=phone(14,8,84,144,'white')+coin(56,50,17)+dg('50',26,80,34,7)+P('M26,132 H80','none',W*.9,'steel')+dg('0',76,84,26,6)+badge(118,114,False,30)
V['name-right']=phone(14,8,84,144,'white')+head('clerk',56,62,.82,'smile')+P('M32,108 H80 M32,126 H66','none',W)+badge(118,114,True,30)
V['name-strange']=phone(14,8,84,144,'white')+thief(56,68,.62,False)+P('M32,114 H80 M32,130 H66','none',W)+badge(118,114,False,30)
# ---- electricity, water
V['electric-bill']=bill(16,12,92,126,bolt(46,62,.86)+P('M72,40 H96 M72,60 H96 M72,80 H90 M32,112 H92','none',W*.85,'steel'))+mag(116,106,1.05)
V['electric-pay']=bill(10,12,88,126,bolt(40,62,.86)+P('M64,40 H86 M64,60 H86 M26,110 H82','none',W*.85,'steel'))+note(112,110,-8,'leaf',74,44)+coin(136,70,13)
V['electric-app']=ph('white')+bolt(80,76,1.1)
V['electric-threat']=thief(48,78,.94)+bub(84,12,68,56,'white',94,84)+bulb(118,30,.5)+P('M96,20 L140,60','none',W*1.6,'red')
V['water-tap']=tap(62,66,1.25)+P('M112,96 C102,112 98,120 98,128 C98,144 126,144 126,128 C126,120 122,112 112,96Z','sky')
# ---- falling ill, health cards
V['hospital']=hospital(80,152,1.12)+P('M4,153 H156','none')
V['hospital-desk']=nurse(86,70,.96)+R(4,122,152,34,5,'tan')+E(80,139,12,12,'white',W*.8)+P('M73,139 h14 M80,132 v14','none',W*1.2,'plus')
V['hospital-app']=ph('white')+R(52,34,56,30,5,'sky',W*.8)+cross(80,49,9)+cal(52,76,56,58,{1},3,2)
V['other-day']=cal(12,16,104,106,{6},4,3)+aR(134,128,30)
V['visit-record']=ph('white')+cross(80,42,11)+P('M54,70 l6,6 l10,-14 M54,94 l6,6 l10,-14 M54,118 l6,6 l10,-14','none',W*1.1,'plus')+P('M80,72 H106 M80,96 H106 M80,120 H98','none',W*.85,'steel')
V['visit-date']=cal(10,16,108,104,{6},4,3)+E(116,108,36,36,'white')+cross(116,108,15)
V['referral']=hospital(36,128,.5)+hospital(112,128,.74)+aR(74,144,20)+doc(48,8,46,56,0,2)
V['health-card-torn']=G(-2,30,P('M8,10 Q8,0 18,0 H82 L72,22 L86,40 L70,60 L82,92 H18 Q8,92 8,82Z','white')+P('M8,26 V10 Q8,0 18,0 H82 L72,22 L75,26Z','leaf')+heart(34,58,1.0)+P('M104,4 H142 Q152,4 152,14 V90 Q152,100 142,100 H102 L90,68 L106,46 L92,26Z','white')+P('M104,4 H142 Q152,4 152,14 V30 H94 L92,26Z','leaf')+P('M116,54 H140 M114,72 H132','none',W*.85,'steel'))
V['health-card-wrong']=hcard(74,62,-4,124,84)+badge(120,116,False,32)
V['health-card-over']=hcard(70,56,-4,118,80)+cal(84,76,68,72,set(),3,2)+P('M106,112 l24,24 M130,112 l-24,24','none',W*1.4,'red')
V['health-card-new']=hcard(74,66,-4,124,84)+plus(120,116,32)
V['health-card']=hcard(80,80,-4,138,94)
V['neither']=f'<g stroke-dasharray="10 10">{R(14,20,54,96,11,"none",W)}{R(78,38,74,54,9,"none",W)}</g>'+no(112,118,30)
V['pension-yes']=person('man',52,76,.94,l=3)+note(118,70,-8,'leaf',64,40)+coins(104,140,3,20)+coins(140,140,2,16)
# ---- driving licences, traffic
V['licence-bike']=licence(80,80,bike(26,26,.62,'blue'))
V['licence-car-soon']=licence(72,56,carshape(24,22,.62),.9)+E(116,116,36,36,'white')+clock(116,116,30)
V['licence-car-over']=licence(72,56,carshape(24,22,.62),.9)+cal(84,78,68,72,set(),3,2)+P('M106,114 l24,24 M130,114 l-24,24','none',W*1.4,'red')
V['licence-lost']=f'<g stroke-dasharray="11 11">{R(8,22,124,88,12,"none",W)}</g>'+f'{carshape(66,82,.62)}'+mag(112,110,1.05)
V['licence-paper']=P('M22,14 H78 L80,146 H22Z M80,146 L82,14 H138 V146Z','tan')+P('M80,14 V146','none',W*.8)+R(34,34,32,40,3,'white',W*.8)+E(50,48,7,8,'ink',0)+P('M38,72 C38,56 62,56 62,72Z','ink',0)+P('M34,94 H66 M34,112 H60 M96,40 H126 M96,58 H126 M96,76 H116','none',W*.85)+P('M138,120 l-12,6 l4,20','none',W*.8)
V['licence-plastic']=licence(80,74,carshape(24,22,.62))+star(134,124,20,'sun',W)
V['motorbike']=bike(84,126,1.36,'blue')+P('M6,153 H154','none')
def windscreen(tag): return P('M14,118 L34,44 Q37,34 48,34 H112 Q123,34 126,44 L146,118Z','sky')+P('M12,118 H148 Q154,118 154,126 V142 H6 V126 Q6,118 12,118Z','red')+E(30,131,6,6,'sun',W*.7)+E(130,131,6,6,'sun',W*.7)+tag
V['toll-vetc']=windscreen(R(58,54,46,46,6,'white')+P('M68,66 L81,90 L94,66','none',W*1.6))
V['toll-epass']=windscreen(E(81,77,26,26,'sun')+P('M68,79 H94 C94,60 68,60 68,79 C68,96 88,97 94,88','none',W*1.4))
V['toll-none']=windscreen(f'<g stroke-dasharray="9 9">{R(58,54,46,46,6,"none")}</g>')
V['car-only']=carshape(78,134,1.36)+P('M6,153 H154','none')
V['fine-none']=bike(66,96,1.0,'blue')+P('M6,113 H118','none')+badge(120,118,True,32)
V['fine-yes']=bike(64,84,.94,'blue')+P('M6,100 H118','none')+doc(86,58,64,92,4,0)+P('M118,78 V112','none',W*2,'red')+E(118,128,5,5,'red',0)
V['police-letter']=env(8,40,120,88)+E(118,112,36,36,'white')+shield(118,110,.66,'red')
V['look-up-car']=phone(10,8,84,144,'sky')+bike(52,94,.62,'blue')+mag(112,104,1.1)
V['traffic-police']=person('police',58,74,1.0)+limb('M98,154 Q122,150 124,104',18,'olive')+R(116,30,16,76,7,'white')+R(116,46,16,14,0,'ink',0)+R(116,76,16,14,0,'ink',0)+hand(124,104,11)
V['ihanoi-app']=phone(38,8,84,144,'sun')+tower(80,124,.92)
V['decision']=doc(14,8,104,142,-3,4)+stamp(52,120,19)+note(116,116,-8,'leaf',66,42)
# ---- land, papers after a death
V['ward-tells']=person('clerk',46,80,.92,l=3)+mega(112,70,.98,0)+P('M152,52 q6,18 0,36','none',.01)
V['land-paper']=R(14,12,104,136,5,'rose')+R(28,30,76,46,4,'white',W*.8)+house(66,74,.5,'white','rose')+P('M34,96 H98 M34,114 H84','none',W,'white')+badge(118,118,True,30)
V['land-paper-not-yet']=R(14,12,104,136,5,'rose')+R(28,30,76,46,4,'white',W*.8)+house(66,74,.5,'white','rose')+P('M34,96 H98 M34,114 H84','none',W,'white')+E(118,116,34,34,'white')+hourglass(118,116,.66)
def tasks(n):
    o=''
    what=(doc(12,16,56,70,0,3,False),house(124,82,.68,'white','rose')+P('M104,30 L144,78','none',W*1.5,'red'),note(42,124,-6,'leaf',64,40),coins(126,144,5,22))
    for i in range(n): o+=what[i]
    return o
V['tasks-2']=tasks(2); V['tasks-3']=tasks(3); V['tasks-4']=tasks(4)
V['paper-wanted']=person('clerk',106,76,.92,l=-3)+bub(6,8,74,74,'white',78,98)+doc(24,16,40,54,0,2)
V['paper-not-needed']=person('clerk',106,76,.92,l=-3)+bub(6,8,74,74,'white',78,98)+doc(24,16,40,54,0,2)+P('M18,20 L68,72 M68,20 L18,72','none',W*1.6,'red')
# ---- the telephone's own words, sound, keys
V['text-fits']=phone(8,8,92,144,'white')+letterA(54,112,66,12)+badge(118,116,True,30)
V['text-small']=phone(8,8,92,144,'white')+letterA(54,90,22,6)+mag(112,104,1.1)
V['text-too-large']=phone(30,8,100,144,'white')+letterA(80,138,112,18)+no(124,40,24)
V['sound-good']=G(54,84,speaker(0,0,1.1))+waves(84,84,1,'ink')+waves(106,84,1,'ink')+badge(122,128,True,26)
V['sound-low']=G(62,76,speaker(0,0,1.2))+P('M96,64 q8,12 0,24','none',W*1.4,'ink')+aDn(124,120,'red')
V['screen-dark']=phone(14,8,84,144,'hair')+E(56,76,14,14,'sun')+clock(118,114,32)
V['foreign-words']=phone(14,8,84,144,'white')+P('M36,44 h40 M56,36 v8 M40,72 q16,-8 32,-26 M36,46 q14,22 36,28','none',W*1.1)+P('M38,104 q6,-16 12,0 t12,0 M70,92 v18 M38,128 h34','none',W*1.1)+no(118,118,28)
V['speak-to-type']=person('woman',52,78,.96,'talk',l=3)+waves(90,70,1,'red')+phone(112,40,44,82,'white',False)+P('M122,60 H146 M122,74 H146 M122,88 H138','none',W*.85)
V['speech-fails']=mic(58,72,1.5)+waves(92,66,1,'red')+no(118,122,30)
V['mic-missing']=f'<g stroke-dasharray="9 9">{R(46,20,36,64,18,"none",W)}</g>'+P('M32,62 C32,112 96,112 96,62 M64,102 V124 M44,124 H84','none',W)+mag(112,104,1.05)
V['type-keys']=phone(30,6,100,148,'white')+P('M48,36 H112 M48,54 H90','none',W*.9,'steel')+''.join(R(44+i*19,78+j*20,14,14,3,'sky',W*.7) for i in range(4) for j in range(3))+fing(104,100,-20,.7)
V['block-number']=phone(38,6,84,148,'pink')+handset(80,80,.72,0,'white')+ban(80,80,36)
V['report-number']=phone(8,8,84,144,'pink')+thief(50,70,.62)+waves(100,40,1)+aR(124,90,22)+shield(126,132,.56,'red')
V['missed-call']=phone(38,8,84,144,'sky')+handset(80,64,.78,0,'white')+P('M58,104 L80,126 L110,92 M110,92 H92 M110,92 V110','none',W*1.6,'red')
V['robot']=robot(80,74,1.04)
V['understood']=person('woman',60,72,1.0)+E(120,52,32,32,'sun')+P('M106,54 L117,66 L136,40','none',W*1.8)
V['once-more']=person('woman',60,72,1.0,'ok')+turning(120,52)
V['not-understood']=person('woman',60,72,1.0,'worry')+P('M98,46 q-6,-26 18,-28 q26,0 24,22 q-2,18 -22,16 q-14,-2 -10,-14 q4,-8 12,-2','none',W*1.4)
V['weighty']=note(46,40,-8,'leaf',72,44)+doc(88,10,58,74,4,3)+heart(50,114,1.7)+G(122,122,minicard(66,46))
V['light-matter']=sunp(50,50,20)+bub(72,64,78,58,'white',88,142)+dots(92,94,3,19,6)
V['video-call']=phone(34,6,92,148,'sky')+G(80,74,person('child',0,-4,.88))+R(84,84,44,54,7,'pink')+head('woman',106,112,.56)
V['video-none']=phone(34,6,92,148,'case')+f'<g stroke-dasharray="9 9">{E(80,58,22,24,"none",W)}{P("M48,118 C48,84 112,84 112,118","none",W)}</g>'+no(122,122,28)
V['friends-in-chat']=ph('white')+head('child',62,46,.44)+bub(82,34,30,24,'sky',84,68)+bub(48,74,34,24,'leaf',52,108)+head('woman',98,104,.44)+badge(122,126,True,25)
V['stranger-in-chat']=ph('white')+thief(64,52,.44,False)+bub(82,38,30,24,'sky',84,72)+bub(50,84,40,26,'sky',54,120)+badge(122,126,False,25)
V['learn-here']=person('helper',116,66,.88,l=-3)+person('woman',46,76,.9,l=3)+P('M80,124 C66,114 46,114 34,118 V152 C48,148 66,150 80,158 C94,150 112,148 126,152 V118 C114,114 94,114 80,124Z','white')+P('M80,124 V156','none',W*.8)
V['no-group']=person('man',62,72,1.0,'ok')+E(122,112,32,32,'white')+P('M106,112 H138','none',W*2.2)
# ---- whose SIM: our own letters and colours, not their marks
def sim_of(f,d,ink='ink'): return P('M34,6 H98 L130,38 V142 Q130,152 120,152 H40 Q30,152 30,142 V16 Q30,6 40,6Z',f)+R(52,96,54,42,6,'sun')+P('M52,117 H106 M79,96 V138','none',W*.7)+letters(d,50,36,1,9,ink)
OPERATORS=(('viettel','red','M0,0 L12,38 L24,0 M34,0 H62 M48,0 V38','white'),('vinaphone','sky','M0,0 L12,38 L24,0 M36,38 V0 L60,38 V0','ink'),('mobifone','white','M0,38 V0 L14,24 L28,0 V38 M42,0 V38 M42,2 H54 Q64,10 54,18 H42 M54,18 Q68,28 54,36 H42','ink'))
for _name,_f,_d,_ink in OPERATORS: V[f'sim-{_name}']=sim_of(_f,_d,_ink)
V['sim-else']=simcard(80,80,1.5)
# ---- a motorbike by its engine, a small trade
def drop(x,y,s=1,f='sun'): return G(x,y,P('M0,-24 C14,-6 18,2 18,10 C18,32 -18,32 -18,10 C-18,2 -14,-6 0,-24Z',f,W/s),s)
def stall(x,y,s=1):
    k=W/s
    return G(x,y,R(-58,-10,116,46,4,'tan',k)+P('M-52,-10 V-58 M52,-10 V-58','none',k*1.3)+''.join(P(f'M{-64+i*32},-84 h32 v26 q-16,16 -32,0Z',('rose','white')[i%2],k) for i in range(4)),s)
V['bike-petrol']=bike(82,130,1.24,'blue')+drop(132,34)+P('M6,153 H154','none')
V['bike-electric']=bike(82,130,1.24,'leaf')+bolt(132,40,.7)+P('M6,153 H154','none')
V['bike-gone']=bike(82,130,1.24,'steel')+P('M6,153 H154','none')+badge(126,44,False,27)
V['small-shop']=stall(80,116,1.1)+head('woman',80,84,.62)
V['room-to-let']=P('M10,152 H150','none')+R(26,70,84,82,3,'white')+P('M14,74 L68,26 L122,74Z','rose')+R(56,106,26,46,3,'tan')+key(104,122,-28,.62)
V['sales-small']=R(20,62,120,78,6,'white')+P('M80,62 V140 M34,84 H66 M34,104 H66 M94,84 H126','none',W*.8,'steel')+coins(80,44,2,18)
V['sales-large']=note(58,48,-8,'leaf',74,44)+note(104,48,8,'pink',74,44)+coins(44,140,4,19)+coins(82,140,6,19)+coins(120,140,5,19)
N.update(V)
