"""People, things and scenes of our own; what answers.py and guides.py are drawn with. See docs/pictures.md.

A sketchbook: as dense as the paths it writes, and left alone by the formatter.
"""
C=dict(ink='#14284B',white='#FFFFFF',paper='#FFF6E9',blue='#2F78C4',sky='#BFE0F5',navy='#0A3D6B',pink='#F3B3AD',rose='#A8445C',sun='#F6BE4F',red='#C0281F',leaf='#86BE93',moss='#4F7A5A',skin='#F4CBA1',tan='#D9996A',hair='#262A3F',grey='#D5DAE1',olive='#7F8C4A',hood='#2B2E45',eye='#FFFFFC',plus='#4F7A5C',case='#D5DAE2',brown='#8A6A52',steel='#93A1B3')
W=5
def P(d,f='none',k=W,s='ink',x=''):
    return f'<path d="{d}" fill="{C.get(f,f)}"'+(f' stroke="{C.get(s,s)}" stroke-width="{k:.2f}" stroke-linecap="round" stroke-linejoin="round"' if k else '')+f' {x}/>'
def E(cx,cy,rx,ry,f,k=W,s='ink'):
    return f'<ellipse cx="{cx}" cy="{cy}" rx="{rx}" ry="{ry}" fill="{C.get(f,f)}"'+(f' stroke="{C[s]}" stroke-width="{k:.2f}"' if k else '')+'/>'
def R(x,y,w,h,r,f,k=W,s='ink',t=''):
    return f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{r}" fill="{C.get(f,f)}"'+(f' stroke="{C[s]}" stroke-width="{k:.2f}"' if k else '')+(f' transform="{t}"' if t else '')+'/>'
def G(x,y,c,s=1,r=0):
    return f'<g transform="translate({x} {y})'+(f' rotate({r})' if r else '')+(f' scale({s})' if s!=1 else '')+f'">{c}</g>'
def limb(d,w,f,k=W):
    b='fill="none" stroke-linecap="round" stroke-linejoin="round"'
    return f'<path d="{d}" {b} stroke="{C["ink"]}" stroke-width="{w+k:.2f}"/><path d="{d}" {b} stroke="{C[f]}" stroke-width="{w-k:.2f}"/>'
def hand(x,y,r,k=W,rot=0):
    # mitten with a thumb
    c=P(f'M{-r},{r*.3} C{-r*1.1},{-r*.7} {-r*.5},{-r*1.25} 0,{-r*1.2} C{r*.3},{-r*1.2} {r*.45},{-r*1.0} {r*.55},{-r*.75} C{r*1.0},{-r*1.15} {r*1.5},{-r*.8} {r*1.15},{-r*.3} C{r*.95},{r*.1} {r},{r*.9} 0,{r*.95} C{-r*.6},{r*.95} {-r},{r*.8} {-r},{r*.3}Z','skin',k)
    return G(x,y,c,1,rot)
def openhand(x,y,r,k=W,rot=0,flip=1):
    # five fingers, palm to us (greeting)
    f=''
    c=''
    for a,l in((-30,2.15),(-10,2.45),(10,2.4),(30,2.1)):
        c+=f'<g transform="rotate({a})">'+limb(f'M0,{-r*.55} L0,{-r*l+r*.2}',r*.5,'skin',k)+'</g>'
    c+=f'<g transform="rotate(72)">'+limb(f'M0,{-r*.4} L0,{-r*1.55}',r*.55,'skin',k)+'</g>'
    c+=E(0,0,r*.86,r*.9,'skin',k)+E(0,-r*.28,r*.76,r*.62,'skin',0)+E(r*.3,-r*.05,r*.5,r*.4,'skin',0)
    return f'<g transform="translate({x} {y}) rotate({rot}) scale({flip} 1)">{c}</g>'
def feats(k,mood='smile',l=0,old=False,d=0):
    o=E(-15+l,11+d,5,3.4,'pink',0)+E(15+l,11+d,5,3.4,'pink',0)
    t=k*.72
    if old: o+=P(f'M{-19+l},{-1+d} l-4,-2 M{-19+l},{3+d} l-4,1 M{19+l},{-1+d} l4,-2 M{19+l},{3+d} l4,1','none',t*.6,'tan')
    o+=P(f'M{l},{3+d} q{4 if l>=0 else -4},6 {-1 if l>=0 else 1},7','none',t*.8,'tan')
    if mood in('smile','ok','talk'):
        if old and mood=='smile': o+=P(f'M{-15+l},{2+d} q5,-6 10,0 M{5+l},{2+d} q5,-6 10,0','none',t)
        else: o+=E(-10+l,d,3,3.7,'ink',0)+E(10+l,d,3,3.7,'ink',0)
        o+=P(f'M{-16+l},{-8+d} q6,-4 11,-1 M{16+l},{-8+d} q-6,-4 -11,-1','none',t,'steel' if old else 'ink')
        o+={'smile':P(f'M{-9+l},{15+d} Q{l},{17+d} {9+l},{15+d} Q{7+l},{24+d} {l},{24+d} Q{-7+l},{24+d} {-9+l},{15+d}Z','white',t),'ok':P(f'M{-7+l},{17+d} q7,5 14,0','none',t),'talk':E(l,18+d,5,4.5,'rose',t)}[mood]
    elif mood=='worry':
        o+=E(-10+l,1+d,3,3.7,'ink',0)+E(10+l,1+d,3,3.7,'ink',0)+P(f'M{-17+l},{-6+d} q5,-5 11,-6 M{17+l},{-6+d} q-5,-5 -11,-6','none',t)+P(f'M{-7+l},{20+d} q7,-7 14,0','none',t)
    elif mood=='flat':
        o+=E(-10+l,d,3,3.7,'ink',0)+E(10+l,d,3,3.7,'ink',0)+P(f'M{-16+l},{-8+d} l11,0 M{16+l},{-8+d} l-11,0','none',t)+P(f'M{-7+l},{18+d} h14','none',t)
    elif mood=='ill':
        o+=P(f'M{-15+l},{d} q5,4 10,0 M{5+l},{d} q5,4 10,0 M{-17+l},{-7+d} q5,-4 11,-5 M{17+l},{-7+d} q-5,-4 -11,-5','none',t)+P(f'M{-7+l},{20+d} q7,-6 14,0','none',t)
    return o
FACE='M-25,-4 C-26,-34 26,-34 25,-4 C25,14 14,29 0,29 C-14,29 -25,14 -25,-4Z'
def person(kind,x,y,s=1,mood='smile',l=0,d=0,body=True,W=W,pin=True):
    k=W/s; o=''
    B='M-47,92 C-49,58 -32,46 -12,39 L12,39 C32,46 49,58 47,92Z'
    neck=P('M-10,20 L-10,42 Q0,50 10,42 L10,20Z','skin',k)
    old=kind in('woman','man')
    # behind
    if kind=='helper': o+=P('M14,-26 C44,-34 46,8 36,38 C28,40 24,30 24,18Z','hair',k)
    if kind=='woman': o+=E(0,-37,13,11,'grey',k)
    if body:
        if kind=='helper':
            o+=P(B,'blue',k)+neck+P('M0,54 L0,90','none',k*.8)+P('M-11,39 L0,54 L-13,64 L-22,44Z','sky',k)+P('M11,39 L0,54 L13,64 L22,44Z','sky',k)+(E(24,74,6,6,'sun',k*.7) if pin else '')
        elif kind=='woman':
            o+=P(B,'rose',k)+P('M-16,41 C-8,58 8,58 16,41 L13,92 L-13,92Z','pink',k)+neck+E(0,64,1.6,1.6,'ink',k*.5)+E(0,80,1.6,1.6,'ink',k*.5)
        elif kind=='man':
            o+=P(B,'moss',k)+P('M-13,40 L0,74 L13,40Z','white',k)+neck+P('M-12,38 L-2,52 L-14,58 L-19,43Z','white',k)+P('M12,38 L2,52 L14,58 L19,43Z','white',k)+P('M0,74 L0,92','none',k*.8)
        elif kind=='doctor':
            o+=P(B,'white',k)+P('M-13,40 L0,70 L13,40Z','sky',k)+neck+P('M-17,44 C-24,66 -10,78 -4,82 M17,44 C22,58 20,66 20,72','none',k*.9,'steel')+E(20,77,5.5,5.5,'steel',k*.8)+P('M0,70 L0,92','none',k*.8)
        elif kind=='police':
            o+=P(B,'olive',k)+P('M-11,40 L0,56 L11,40Z','white',k)+neck+P('M-12,38 L0,54 L-10,64 L-21,44Z','red',k*.9)+P('M12,38 L0,54 L10,64 L21,44Z','red',k*.9)+P('M0,58 L0,92','none',k*.8)+E(0,78,1.6,1.6,'sun',k*.5)
        elif kind=='clerk':
            o+=P(B,'white',k)+neck+P('M-12,38 L0,52 L-12,60 L-20,44Z','white',k)+P('M12,38 L0,52 L12,60 L20,44Z','white',k)+P('M0,56 L-5,66 L0,90 L5,66Z','rose',k*.8)
        elif kind=='child':
            o+=P(B,'sun',k)+neck
    o+=E(-25,2,5,6.5,'skin',k)+E(25,2,5,6.5,'skin',k)+P(FACE,'skin',k)
    if kind=='woman': o+=E(-26,12,2.6,2.6,'sun',k*.6)+E(26,12,2.6,2.6,'sun',k*.6)
    o+=feats(k,mood,l,old,d)
    if kind in('helper','clerk','child'):
        o+=P('M-26,4 C-34,-36 -6,-42 6,-36 C26,-38 34,-18 26,4 C24,-6 21,-13 15,-18 C4,-8 -14,-10 -20,-12 C-23,-8 -25,-2 -26,4Z','hair',k)
    if kind=='clerk': o+=P('M-26,2 C-32,14 -28,26 -24,30 C-22,20 -24,12 -26,2Z M26,2 C32,14 28,26 24,30 C22,20 24,12 26,2Z','hair',k)
    if kind=='doctor': o+=P('M-26,0 C-32,-36 -8,-42 6,-37 C26,-38 32,-20 26,0 C24,-10 20,-16 12,-18 C2,-12 -12,-12 -20,-15 C-23,-10 -25,-6 -26,0Z','hair',k)
    if kind=='woman':
        o+=P('M-27,6 C-34,-38 34,-38 27,6 C24,-6 14,-16 0,-24 C-14,-16 -24,-6 -27,6Z','grey',k)+P('M0,-24 L0,-30','none',k*.7)
    if kind=='man':
        o+=P('M-26,4 C-29,-4 -27,-10 -24,-14 L-19,-12 C-22,-8 -23,-2 -26,4Z','grey',k*.9)+P('M26,4 C29,-4 27,-10 24,-14 L19,-12 C22,-8 23,-2 26,4Z','grey',k*.9)
        o+=P('M-25,-12 C-40,-14 -34,-34 -12,-38 C10,-42 36,-36 32,-16 C30,-10 26,-11 24,-11 C10,-17 -10,-18 -25,-12Z','brown',k)+P('M-25,-12 C-14,-20 14,-20 25,-12 C31,-8 30,-4 24,-4 C10,-11 -12,-11 -24,-3 C-30,-3 -31,-8 -25,-12Z','brown',k)+P('M-2,-39 C-2,-34 -2,-30 -3,-27','none',k*.6)
        o+=f'<g fill="none" stroke="{C["ink"]}" stroke-width="{k*.75:.2f}"><circle cx="{-10.5+l}" cy="{1+d}" r="8.6"/><circle cx="{10.5+l}" cy="{1+d}" r="8.6"/><path d="M{-2+l},{d} q2,-2 4,0"/></g>'
    if kind=='police':
        o+=P('M-25,-2 C-28,-8 -26,-12 -24,-14 L24,-14 C26,-12 28,-8 25,-2 C22,-8 18,-12 0,-12 C-18,-12 -22,-8 -25,-2Z','hair',k*.8)
        o+=P('M-24,-20 C-44,-30 -30,-42 0,-44 C30,-42 44,-30 24,-20Z','olive',k)+P('M-25,-22 L25,-22 L26,-12 L-26,-12Z','red',k)+P('M-26,-12 C-14,-4 14,-4 26,-12 C22,-16 -22,-16 -26,-12Z','hair',k)+E(0,-28,6.5,6.5,'sun',k*.8)
    return G(x,y,o,s)
def thief(x,y,s=1,body=True):
    k=W/s; o=''
    if body: o+=P('M-46,92 C-50,56 -32,42 0,40 C32,42 50,56 46,92Z','hood',k)
    o+=P('M-34,40 C-44,-10 -30,-44 0,-46 C30,-44 44,-10 34,40 C20,50 -20,50 -34,40Z','hood',k)
    o+=P('M-22,-6 C-22,-30 22,-30 22,-6 L20,14 C14,30 -14,30 -20,14Z','skin',k)
    o+=P('M-22,-8 Q0,-16 22,-8 L21,8 Q10,10 0,4 Q-10,10 -21,8Z','hood',k*.8)+E(-9.5,-2,5,4.2,'eye',0)+E(9.5,-2,5,4.2,'eye',0)+E(-7.5,-1.5,2.1,2.6,'hood',0)+E(11.5,-1.5,2.1,2.6,'hood',0)
    o+=P('M-7,19 L8,17','none',k*.8)+P('M-17,-9 L-5,-6 M17,-9 L5,-6','none',k*.7,'eye')
    return G(x,y,o,s)
def shield(x,y,s=1,f='blue',W=W):
    k=W/s
    return G(x,y,P('M0,-34 C10,-26 20,-23 30,-23 L30,2 C30,22 14,34 0,40 C-14,34 -30,22 -30,2 L-30,-23 C-20,-23 -10,-26 0,-34Z',f,k)+P('M-14,2 L-3,14 L16,-10','none',k*1.5,'white'),s)
def phone(x,y,w,h,scr='white',island=True,W=W):
    r=w*.17
    return R(x,y,w,h,r,'ink',W)+R(x+6,y+6,w-12,h-12,r-5,scr,0)+(R(x+w/2-w*.13,y+11,w*.26,7,3.5,'ink',0) if island else '')
def note(x,y,r,f='leaf',w=92,h=50):
    return f'<g transform="translate({x} {y}) rotate({r})">'+R(-w/2,-h/2,w,h,6,f)+E(0,0,h*.27,h*.27,'white',W*.7)+P(f'M{-w/2+10},{-h/2+11} h10 M{w/2-20},{h/2-11} h10','none',W*.8)+'</g>'
def coin(x,y,r=15): return E(x,y,r,r,'sun')+E(x,y,r*.5,r*.5,'sun',W*.6)
def lock(x,y,s=1):
    k=W/s
    return G(x,y,limb('M-15,0 L-15,-16 C-15,-38 15,-38 15,-16 L15,0',9,'steel',k)+R(-27,-4,54,44,9,'sun',k)+E(0,13,5.5,5.5,'ink',0)+P('M0,14 L0,26','none',k*1.1),s)
def key(x,y,r=0,s=1):
    k=W/s
    return G(x,y,limb('M14,0 L70,0 M54,0 L54,15 M68,0 L68,17',9,'sun',k)+E(-4,0,21,21,'sun',k)+E(-8,0,7,7,'white',k),s,r)
def house(x,y,s=1,wall='white',roof='rose'):
    k=W/s
    return G(x,y,R(-34,-46,68,46,2,wall,k)+P('M-44,-42 L0,-80 L44,-42Z',roof,k)+R(-10,-28,20,28,2,'tan',k)+'',s)
def flame(x,y,s=1):
    k=W/s
    return G(x,y,P('M0,0 C-34,0 -40,-32 -26,-54 C-22,-44 -16,-40 -12,-42 C-18,-66 -4,-84 8,-96 C8,-78 20,-70 28,-54 C32,-60 32,-64 31,-70 C46,-46 44,0 0,0Z','red',k)+P('M2,-3 C-16,-3 -18,-22 -8,-36 C-4,-30 0,-30 2,-34 C4,-42 6,-46 8,-50 C18,-36 26,-24 20,-12 C16,-5 10,-3 2,-3Z','sun',k*.8),s)
def ambulance(x,y,s=1):
    k=W/s
    return G(x,y,R(30,-82,22,14,5,'red',k)+P('M0,-70 L74,-70 Q78,-70 80,-66 L96,-40 L108,-34 Q112,-32 112,-26 L112,-10 L0,-10Z','white',k)+P('M68,-60 L76,-60 L88,-38 L68,-38Z','sky',k*.9)+R(1,-26,110,9,0,'red',0)+P('M30,-60 v24 M18,-48 h24','none',k*1.8,'plus')+E(26,-10,13,13,'hair',k)+E(88,-10,13,13,'hair',k)+E(26,-10,4,4,'grey',0)+E(88,-10,4,4,'grey',0),s)
def doc(x,y,w,h,r=0,lines=4,photo=False):
    o=P(f'M0,0 L{w-18},0 L{w},18 L{w},{h} L0,{h}Z','white')+P(f'M{w-18},0 L{w-18},18 L{w},18','sky')
    y0=16
    if photo: o+=R(12,14,26,32,3,'sky',W*.7)+E(25,25,5,6,'ink',0)+P('M16,43 C16,32 34,32 34,43','ink',0); 
    for i in range(lines):
        yy=(62 if photo else 34)+i*17
        if yy<h-12: o+=P(f'M14,{yy} H{w-14 if i%2==0 else w-30}','none',W*.85,'steel')
    if photo: o+=P(f'M48,34 H{w-12}','none',W*.85,'steel')
    return f'<g transform="translate({x} {y}) rotate({r})">{o}</g>'
def star(x,y,r,f='sun',k=0):
    import math
    p=[]
    for i in range(10):
        a=-math.pi/2+i*math.pi/5; q=r if i%2==0 else r*.42
        p.append(f'{x+q*math.cos(a):.1f},{y+q*math.sin(a):.1f}')
    return P('M'+' L'.join(p)+'Z',f,k)
def badge(x,y,ok,r=26):
    return E(x,y,r,r,'moss' if ok else 'red')+(P(f'M{x-r*.46},{y+r*.04} L{x-r*.1},{y+r*.4} L{x+r*.5},{y-r*.36}','none',W*1.5,'eye') if ok else P(f'M{x-r*.36},{y-r*.36} L{x+r*.36},{y+r*.36} M{x+r*.36},{y-r*.36} L{x-r*.36},{y+r*.36}','none',W*1.5,'white'))
def turning(x,y,r=32):
    # once more: never a cross, never a tick
    u=r/32
    return E(x,y,r,r,'sky')+P(f'M{x-15*u:.1f},{y-7*u:.1f} A{17*u:.1f},{17*u:.1f} 0 1 1 {x-16*u:.1f},{y+7*u:.1f} M{x-17*u:.1f},{y-21*u:.1f} V{y-6*u:.1f} H{x-2*u:.1f}','none',W*1.6)
def arrow(d,head,f='sun',w=13):
    return f'<path d="{d}" fill="none" stroke="{C["ink"]}" stroke-width="{w+W}" stroke-linecap="round"/>'+P(head,f,W)+f'<path d="{d}" fill="none" stroke="{C[f]}" stroke-width="{w-W}" stroke-linecap="round"/>'
def desk(y=128,w=160,f='tan'):
    return R(4,y,w-8,30,5,f)
S={}
# ---------- scenes 280x200
S['scene-health']=(280,200, person('woman',72,77,1.33,l=3)+person('doctor',208,77,1.33,l=-3)
  +f'<g transform="translate(140 150) rotate(-5)">'+R(-40,-28,80,56,8,'white')+P('M-40,-12 L-40,-20 Q-40,-28 -32,-28 L32,-28 Q40,-28 40,-20 L40,-12Z','leaf')+P('M-18,16 C-34,4 -30,-8 -22,-7 Q-18,-6 -18,-2 Q-18,-6 -14,-7 C-6,-8 -2,4 -18,16Z','red',W*.7)+P('M8,0 H30 M8,13 H24','none',W*.8,'steel')+'</g>'
  +limb('M36,196 Q60,204 92,176',25,'rose')+hand(102,168,13,rot=55)+limb('M244,196 Q220,204 190,176',25,'white')+f'<g transform="translate(180 168) scale(-1 1)">{hand(0,0,13,rot=55)}</g>')
S['scene-scam']=(280,200, phone(10,8,104,186,'pink')+thief(62,92,.95)+R(17,150,90,36,12,'white',0)+E(39,167,13,13,'moss')+E(85,167,13,13,'red')
  +P('M123,28 q9,13 0,27 M133,16 q17,25 0,51','none',W*1.5,'red')
  +person('man',198,77,1.33,mood='worry',l=-3)
  +f'<g transform="rotate(10 238 76)">'+R(228,46,22,54,6,'ink')+R(232,52,6,42,2,'sky',0)+'</g>'
  +limb('M252,186 Q274,160 246,108',24,'moss')+hand(240,94,14,rot=-20)
  +note(154,174,-8,'leaf',84,44)+arrow('M150,128 H140','M142,110 L120,128 L142,146Z','red',15))
S['scene-emergency']=(280,200, person('police',62,82,1.28,mood='ok')
  +house(160,197,1.12,'white','tan')+flame(164,146,1.3)
  +ambulance(178,194,.88)+P('M4,197 H276','none',W))
S['scene-vneid']=(280,200, person('helper',70,77,1.33,l=3)
  +phone(158,8,108,186,'sky')+shield(212,76,1.1,'red')+P('M212,140 V160','none',W*1.5)+P('M198,154 L212,170 L226,154','none',W*1.5)+P('M186,166 V180 H238 V166','none',W*1.5)
  +limb('M108,196 Q122,190 132,158',25,'blue')+G(150,146,P('M-14,16 C-20,2 -12,-8 -2,-10 L18,-22 C26,-26 32,-16 24,-10 L10,0 C16,6 12,22 0,24 C-6,24 -12,22 -14,16Z','skin'),1,-8))
S['scene-password']=(280,200, person('man',70,77,1.33,mood='worry',l=2,d=-1)
  +phone(194,6,84,150,'sky')+lock(236,64,.86)+R(206,108,60,24,7,'white',W*.8)+E(220,120,4,4,'ink',0)+E(234,120,4,4,'ink',0)+P('M244,125 h13','none',W)
  +limb('M22,186 Q0,156 26,100',24,'moss')+hand(34,90,13,rot=15)
  +f'<g transform="translate(5 0) rotate(-9 152 140)">'+P('M134,92 H172 Q182,92 182,102 V180 Q182,190 172,190 H134 Q124,190 124,180 V102 Q124,92 134,92Z','none',W,'ink','stroke-dasharray="9 9"')+P('M144,126 Q144,114 154,114 Q165,114 165,125 Q165,134 154,138 V146','none',W*1.3,'red')+E(154,160,3.4,3.4,'red',0)+'</g>')
S['scene-allowance']=(280,200, note(188,72,-26,'sky',112,60)+note(204,84,-4,'pink',112,60)+note(212,104,18,'leaf',112,60)
  +person('woman',80,77,1.33,l=2)+limb('M112,198 Q138,200 158,160',25,'rose')
  +P('M146,158 C142,140 150,126 164,122 C170,120 176,124 174,130 C186,128 196,136 192,146 C190,160 180,172 164,172 C154,172 148,168 146,158Z','skin')+P('M174,130 C168,134 166,138 166,144','none')
  +coin(226,180,17)+coin(258,180,17)+coin(243,166,17))
S['scene-papers']=(280,200, person('clerk',208,80,1.3,l=-3)
  +doc(22,24,124,164,-5,7,True)
  +limb('M252,198 Q216,208 184,172',25,'white')
  +f'<g transform="translate(112 152)">'+E(0,0,22,22,'white',W,'red')+star(0,0,12,'red')+'</g>'
  +f'<g transform="translate(166 142)">'+R(-26,40,52,16,4,'rose')+P('M-12,40 C-10,30 -14,24 -14,14 L14,14 C14,24 10,30 12,40Z','tan')+P('M-20,12 C-26,-8 -12,-22 4,-23 C24,-24 32,-12 28,4 C26,16 18,20 10,20 L-10,20 C-16,20 -19,16 -20,12Z','skin')+P('M-6,20 C-8,10 -4,2 2,-2 M8,20 C6,12 8,6 12,2','none',W*.8)+'</g>')
def minitile(x,y,f,c): return R(x,y,58,58,12,f)+G(x+29,y+29,c)
S['scene-other']=(280,200, person('helper',74,77,1.33,l=3)
  +minitile(148,14,'sun',P('M-16,-3 Q0,-18 16,-3 M-9,5 Q0,-4 9,5','none')+E(0,13,3,3,'ink',0))
  +minitile(214,14,'pink',E(-3,-3,11,11,'white')+P('M6,6 L15,15','none',W*1.3))
  +minitile(148,80,'leaf',P('M-17,0 L0,-16 L17,0 M-12,-3 V15 H12 V-3','white'))
  +minitile(214,80,'white',P('M-17,-13 H17 V8 H0 L-8,17 L-8,8 H-17Z','sky'))
  +limb('M110,198 Q136,200 156,178',25,'blue')+G(170,166,P('M-16,14 C-18,2 -8,-6 4,-8 L30,-14 C38,-15 40,-4 32,-2 L22,2 L34,4 C42,6 40,16 32,15 L20,14 C14,22 -2,26 -16,14Z','skin'),1,-12))
# greeting, done, call
S['scene-greeting']=(220,200, person('helper',96,77,1.33,l=2)+limb('M146,198 Q190,180 182,116',25,'blue')+openhand(182,92,18,rot=8))
S['scene-done']=(360,200, person('helper',180,66,1.46,pin=False)+person('man',80,84,1.26,l=4)+person('woman',280,84,1.26,l=-4)+badge(180,166,True,30))
S['person-helper']=(140,180, person('helper',68,68,1.2))
S['person-woman']=(140,180, person('woman',70,70,1.2))
S['person-man']=(140,180, person('man',70,68,1.2))
S['sign-help']=(100,100, person('helper',47,52,1.12,l=0,body=False))
# faces
def face(m): 
    o=E(80,80,68,68,{'happy':'sun','ok':'sky','sad':'pink'}[m],6)
    o+=E(57,66,7,9,'ink',0)+E(103,66,7,9,'ink',0)
    o+={'happy':P('M44,92 Q80,100 116,92 Q110,126 80,126 Q50,126 44,92Z','white',6),'ok':P('M52,106 H108','none',8),'sad':P('M50,116 Q80,86 110,116','none',8)}[m]
    return (160,160,o)
for m in('happy','ok','sad'): S['face-'+m]=face(m)
# ---------- answers 160x160
A={}
def backph(x,y,w,h,f,cam): return R(x,y,w,h,w*.18,f)+cam
A['iphone']=backph(14,14,70,132,'case',R(21,22,36,36,11,'white',W*.8)+E(31,32,6,6,'ink',0)+E(46,32,6,6,'ink',0)+E(38.5,47,6,6,'ink',0))+phone(78,14,70,132,'sky',False)+R(100,24,26,9,4.5,'ink',0)+P('M98,138 h30','none',W*.9)
A['android']=backph(14,14,70,132,'leaf',R(23,23,18,54,9,'white',W*.8)+E(32,34,5.5,5.5,'ink',0)+E(32,50,5.5,5.5,'ink',0)+E(32,66,5.5,5.5,'ink',0))+phone(78,14,70,132,'sky',False)+E(113,28,4.5,4.5,'ink',0)+P('M99,128 l-9,6 9,6z','ink',W*.4)+E(113,134,5.5,5.5,'sky',W*.7)+R(126,129,10,10,1,'sky',W*.7)
A['button-phone']=R(44,8,72,146,16,'steel')+R(54,22,52,46,5,'sky',W*.8)+R(69,76,22,12,6,'white',W*.7)+''.join(R(54+i*19,96+j*14,14,9,3,'white',W*.5) for i in range(3) for j in range(4))+R(54,77,10,8,3,'leaf',W*.5)+R(96,77,10,8,3,'red',W*.5)
A['yes']=person('woman',66,70,1.0,mood='smile',W=W)+badge(124,112,True,30)
A['no']=person('woman',66,70,1.0,mood='flat',W=W)+badge(124,112,False,30)
A['thief']=thief(72,68,.98)+P('M96,158 C84,128 98,112 116,108 L112,98 L134,98 L130,108 C150,114 158,134 148,158Z','sun')+P('M112,108 h22','none')+E(124,133,10,10,'white',W*.7)
A['fire']=house(80,152,1.25,'white','tan')+flame(82,106,1.0)+P('M8,152 H152','none')
A['illness']=R(8,64,12,88,5,'tan')+R(8,112,144,24,8,'white')+P('M20,136 V152 M140,136 V152','none',W*1.4)+R(18,74,56,36,14,'sky')+f'<g transform="translate(52 84) rotate(-18)">{person("man",0,0,.86,mood="ill",body=False)}</g>'+P('M64,114 C66,88 96,84 152,92 L152,122 L64,122Z','pink')+f'<g transform="translate(116 44) rotate(35)">'+R(-7,-34,14,50,7,'white')+E(0,22,11,11,'red')+P('M0,16 V-8','none',W*1.1,'red')+'</g>'
A['flood']=house(80,136,1.3,'white','rose')+P('M4,104 q13,-12 26,0 t26,0 t26,0 t26,0 t26,0 t22,0 V154 H4Z','blue')+P('M12,126 q12,-10 24,0 t24,0 t24,0 t24,0 t24,0 M30,142 q12,-8 24,0 t24,0 t24,0','none',W,'eye')
A['paper']=doc(26,10,88,134,-4,6)+f'<g transform="translate(116 106) rotate(38)">'+R(-8,-52,16,66,3,'sun')+P('M-8,14 L0,32 L8,14Z','skin')+'</g>'+P('M76,138 q10,-8 16,0 t14,0','none')
A['online']=phone(38,8,84,144,'sky')+doc(58,50,44,60,0,2)+arrow('M80,136 V122','M80,104 L62,124 H98Z','sun',14)
A['police-desk']=person('police',80,74,.98)+R(4,124,152,32,5,'tan')+shield(80,140,.36,'red',W*.8)
A['ward-desk']=person('clerk',66,66,1.0)+R(112,44,40,80,4,'white')+P('M112,64 H152 M122,76 H142 M122,90 H142 M122,104 H142','none',W*.8,'steel')+R(112,44,40,18,4,'rose')+R(4,124,152,32,5,'tan')+doc(24,112,34,22,0,0)
A['alone']=person('man',80,68,1.0)+limb('M34,156 Q38,150 62,138',22,'moss')+phone(62,96,34,56,'sky',False)+hand(64,134,11,rot=30)
A['with-family']=person('clerk',112,58,.86)+person('woman',54,72,.9,l=3)+person('child',118,112,.62)
for n,c in A.items(): S['answer-'+n]=(160,160,c)
A['unknown']=None
S['answer-ask']=(160,160, person('helper',58,72,.98,l=3)+limb('M92,156 Q128,150 128,104',19,'blue')+openhand(128,86,13,rot=6))
def petal(x,y,r,l,w,f): return f'<g transform="translate({x} {y}) rotate({r})">'+P(f'M0,0 C{-w},{-l*.35} {-w*.8},{-l*.75} 0,{-l} C{w*.8},{-l*.75} {w},{-l*.35} 0,0Z',f)+'</g>'
S['lotus']=(200,130, P('M10,112 C40,96 160,96 190,112 C160,128 40,128 10,112Z','leaf')+''.join(petal(100,112,r,l,26,f) for r,l,f in((-70,84,'pink'),(70,84,'pink'),(-44,98,'pink'),(44,98,'pink'),(-20,104,'white'),(20,104,'white'),(0,98,'pink'))))
def street():
    # the ward's own street: flat tints, no outline, so that people in front stay clear
    Y='#FBD994';Y2='#F6CB7C';GR='#9CC3A0';T='#D79A80';TR='#A9CFA6';TR2='#BFDDB6'
    o=''
    def h(x,w,hh,f,roof=True,win=2,fl=3):
        q=R(x,240-hh,w,hh,0,f,0)
        if roof: q+=P(f'M{x-8},{240-hh} L{x+w+8},{240-hh} L{x+w-8},{240-hh-22} L{x+8},{240-hh-22}Z',T,0)
        else: q+=R(x-4,240-hh-8,w+8,10,0,Y2 if f==Y else Y,0)
        st=w/win
        for j in range(fl):
            for i in range(win):
                xx=x+st*i+st/2; yy=240-hh+18+j*(hh-40)/fl
                q+=R(round(xx-13,1),round(yy,1),26,round((hh-40)/fl-18,1),3,GR,0)+R(round(xx-1,1),round(yy,1),2,round((hh-40)/fl-18,1),0,f,0)
        return q
    o+=h(0,92,150,Y)+h(96,64,196,Y2,False,1,4)+h(164,96,134,Y,True,2,2)+h(264,70,178,Y2,False,1,3)+h(338,102,146,Y)
    for x,r in((150,44),(336,40)): o+=R(x-5,150,10,90,0,T,0)+E(x,128,r,r*.9,TR,0)+E(x-r*.5,146,r*.6,r*.5,TR2,0)
    return o
S['place-street']=(440,240,street())
