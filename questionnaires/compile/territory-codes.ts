/** The rules of the check that speak of territories only; their files obey many rules of the questionnaires too. */
export const TERRITORY_CODES = {
  "territory-name": "un territoire dont le code n’est pas le nom du fichier, ou n’est pas en minuscules",
  "territory-region":
    "une région inconnue des questionnaires, prise par deux territoires, oubliée, ou un second niveau national",
  "territory-contact": "une région sans contact d’accompagnement",
  "contact-unchecked": "un téléphone ou un courriel sans date de vérification",
  "territory-origin": "une origine qui n’est pas exacte : https://, nom, port s’il y en a un, rien après",
  "territory-theme": "une propriété ou une couleur que le composant ne lit pas",
  "territory-campaign":
    "une campagne mal nommée, aux dates inversées, au code déjà pris, trop nombreuse le même jour, ou exigée et absente",
  "service-never": "un service destiné à des structures à qui son action n’est jamais proposée",
} as const;
